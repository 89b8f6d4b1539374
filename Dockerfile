# The portal as one image: built in one stage, served from the last by a user who owns nothing in it.
ARG PYTHON_IMAGE=python:3.13-slim-trixie
# Of the newest PostgreSQL that is supported: its programs back up and restore that one and all before, from 15 on.
ARG POSTGRES_IMAGE=postgres:18-trixie

FROM ${POSTGRES_IMAGE} AS postgres

FROM ${PYTHON_IMAGE} AS build
WORKDIR /portal
RUN python3 -m venv --without-pip /venv
COPY requirements.txt .
RUN python3 -m pip --python /venv/bin/python install --no-cache-dir --no-deps --require-hashes --requirement requirements.txt
COPY . .
# The commit that is built, as git keeps it, unless somebody says it; git's own files go no further.
ARG REVISION
RUN python3 deploy/revision.py "${REVISION:-}" > REVISION && rm -rf .git
# Values for the build alone: collecting files opens no database and signs nothing.
RUN SECRET_KEY=only-for-collecting-static-files-0123456789-abcdefghij-XYZ \
    DATABASE_URL=postgresql://nobody@localhost/none ALLOWED_HOSTS=localhost SITE_URL=http://localhost \
    DJANGO_SETTINGS_MODULE=sesec_portal.settings.production \
    sh -c "/venv/bin/python manage.py compile_catalogues && /venv/bin/python manage.py collectstatic --no-input --verbosity 0" \
    && /venv/bin/python -m compileall -q .
# What nobody runs or reads: the packages' tests, their static files, which are collected now (Wagtail looks whether its
# core.css is there), and languages that the portal does not speak.
RUN find /venv -depth -type d \( -name tests -o -path '*/locale/*' -name LC_MESSAGES \) \
    -not -path '*/en/*' -not -path '*/zh_Hans/*' -exec rm -r {} + \
    && find /venv -type f \( -name '*.po' -o -path '*/static/*' -not -name core.css \) -delete

FROM ${PYTHON_IMAGE}
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=sesec_portal.settings.production MEDIA_ROOT=/srv/media RUN_DIR=/srv/run VIEWS_DIR=/srv/views \
    PROMETHEUS_MULTIPROC_DIR=/tmp/metrics
# HarfBuzz, which kerns the letters of share images, comes with Pillow; the library that it asks for does not. The others
# are for PostgreSQL's programs, libpq5 for what their own libpq, of the same version as they, asks for.
RUN apt-get update && apt-get install --yes --no-install-recommends libfribidi0 libpq5 libreadline8t64 liblz4-1 libzstd1 \
    && apt-get clean && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 portal && useradd --uid 10001 --gid portal --no-create-home portal \
    && mkdir -p /srv/media /srv/run /srv/secrets /srv/views \
    && chown portal:portal /srv/media /srv/run /srv/secrets /srv/views && chmod g+w /srv/views
COPY --from=postgres /usr/lib/postgresql/*/bin/pg_dump /usr/lib/postgresql/*/bin/pg_restore /usr/lib/postgresql/*/bin/psql /usr/local/bin/
COPY --from=postgres /usr/lib/*-linux-gnu/libpq.so.5.* /usr/local/lib/
RUN ldconfig
COPY --from=build /venv /venv
COPY --from=build /portal /portal
WORKDIR /portal
USER 10001:10001
VOLUME /srv/media /srv/run /srv/views
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python3", "-c", "import http.client; c = http.client.HTTPConnection('127.0.0.1', 8000, timeout=4); c.request('GET', '/livez'); assert c.getresponse().status == 200"]
CMD ["python3", "-m", "deploy.serve", "sesec_portal.wsgi:application", "--interface", "wsgi", "--no-ws", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers", "--workers-kill-timeout", "30", "--http1-header-read-timeout", "60000", "--log-config", "deploy/logging.json"]
ENV REVISION_FILE=/portal/REVISION
ARG VERSION
ARG REVISION
LABEL org.opencontainers.image.title="SESEC portal" \
      org.opencontainers.image.description="The portal of the Seconded European Standardization Expert for China" \
      org.opencontainers.image.licenses="EUPL-1.2" \
      org.opencontainers.image.version=${VERSION:-unknown} \
      org.opencontainers.image.revision=${REVISION:-unknown}
