# The portal as one image: built in the first stage, served from the second by a user who owns nothing in it.
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
ENV PYTHONDONTWRITEBYTECODE=1
WORKDIR /portal
RUN python3 -m venv /venv
COPY requirements.txt .
RUN /venv/bin/python -m pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.txt
COPY . .
# Values for the build alone: collecting files opens no database and signs nothing.
RUN SECRET_KEY=only-for-collecting-static-files-0123456789-abcdefghij-XYZ \
    DATABASE_URL=postgresql://nobody@localhost/none ALLOWED_HOSTS=localhost SITE_URL=http://localhost \
    DJANGO_SETTINGS_MODULE=sesec_portal.settings.production \
    sh -c "/venv/bin/python manage.py compile_catalogues && /venv/bin/python manage.py collectstatic --no-input --verbosity 0"

FROM ${PYTHON_IMAGE}
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=sesec_portal.settings.production MEDIA_ROOT=/srv/media RUN_DIR=/srv/run
# HarfBuzz, which kerns the letters of share images, comes with Pillow; the library that it asks for does not.
RUN apt-get update && apt-get install --yes --no-install-recommends libfribidi0 && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 portal && useradd --uid 10001 --gid portal --no-create-home portal \
    && mkdir -p /srv/media /srv/run && chown portal:portal /srv/media /srv/run
COPY --from=build /venv /venv
COPY --from=build /portal /portal
WORKDIR /portal
USER portal
VOLUME /srv/media /srv/run
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn", "sesec_portal.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-"]
