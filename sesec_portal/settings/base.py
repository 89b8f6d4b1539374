"""What every installation shares: safe to expose as it stands."""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import env

ROOT = Path(__file__).resolve().parents[2]

SECRET_KEY = env.secret("SECRET_KEY", "$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')")
DEBUG = False
ALLOWED_HOSTS = []

INSTALLED_APPS = [
    "sesec_portal.home",
    "governance",
    "phases",
    "partners",
    "sesec_portal.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_countries",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

# Whether X-Forwarded-* are a proxy's own words; anybody can send them.
BEHIND_PROXY = False

MIDDLEWARE = [
    "sesec_portal.core.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sesec_portal.core.middleware.refuse_unreadable_input",
    "sesec_portal.core.operation.probes.probes",
    "sesec_portal.core.uploads.storage.remove_leftovers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "sesec_portal.core.login.sessions.StaffSessions",
    "sesec_portal.core.middleware.RefusalsTold",
    "sesec_portal.core.redirects.RedirectMiddleware",
]

ROOT_URLCONF = "sesec_portal.urls"
WSGI_APPLICATION = "sesec_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "wagtail.templatetags.wagtailcore_tags",
                "sesec_portal.core.templatetags.portal",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {
    "default": {
        **env.postgresql("DATABASE_URL", "postgresql://sesec:password@db:5432/sesec"),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}

# Pages ready to send: in each process's memory, and behind it in Redis or else in files of this machine.
RUN_DIR = Path(env.text("RUN_DIR", str(ROOT / "var" / "run")))
REDIS_URL = env.redis("REDIS_URL")
SEVERAL_MACHINES = bool(REDIS_URL)
PAGE_MEMORY = env.number("PAGE_MEMORY", 64) * 1024 * 1024
PAGE_LIFETIME = 600
# What pages read from behind the question mark; an address with anything else is not kept. Search must never be.
PAGE_PARAMETERS = {"day", "from", "to"}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": RUN_DIR / "pages",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
if REDIS_URL:
    CACHES["pages"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "sesec",
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# django-axes refuses whoever is locked out before the password is looked at.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["sesec_portal.core.login.passwords.PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# The first language is the one in which facts are kept; see docs/decisions/0001-facts-have-one-home.md.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "中文")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["sesec_portal.formats"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "var" / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(ROOT / "var" / "media")))
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "sesec_portal.core.uploads.storage.UploadStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Kept in the session, so that there is no third cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "sesec_portal.core.views.csrf_failure"

# Which release this is, for its backups.
REVISION = env.text("REVISION", "")

# Where somebody who found a weakness reports it; the page “Contact” where it is empty.
SECURITY_CONTACT = env.contact("SECURITY_CONTACT")

# Who publishes or keeps accounts needs a second factor; everybody may have one.
SECOND_FACTOR_REQUIRED = True
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
# A session ends with the browser, and after twelve hours without use.
SESSION_COOKIE_AGE = 12 * 60 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "sesec_portal.core.login.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
# django-axes counts instead, in the database; allauth would count in each web process.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "SESEC"
# A phone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "sesec_portal.core.login.forms.AuthenticateForm",
    "reauthenticate": "sesec_portal.core.login.forms.ReauthenticateForm",
}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(hours=1)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
# Tries while locked out are not written down and make the hour no longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "sesec_portal.core.callers.client_address"
AXES_LOCKOUT_CALLABLE = "sesec_portal.core.login.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "csrfmiddlewaretoken"]

DEMO_ACCOUNTS = False
WAGTAIL_USER_TIME_ZONES = ["Europe/Brussels", "Europe/Paris", "Europe/Zurich", "Asia/Shanghai", "UTC"]
WAGTAIL_SITE_NAME = "SESEC"
WAGTAILADMIN_BASE_URL = env.text("SITE_URL", "")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("zh-hans", _("Simplified Chinese"))]
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "core.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "sesec_portal.core.uploads.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "core.PortalDocument"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "sesec_portal.core.search", "SEARCH_CONFIG": "english"}}
# What need not be done while an editor waits: `manage.py worker` does it within seconds.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# A page sent for translation goes on standing in until its translation is published.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
SILENCED_SYSTEM_CHECKS = []

# Figures for Prometheus under /metrics; the folder, each container's own, is where its processes add theirs up.
METRICS = env.flag("METRICS", False)
METRICS_DIR = env.text("PROMETHEUS_MULTIPROC_DIR", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "sesec_portal.core.operation.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # One line for each task and each page saved says nothing that the history in the admin does not say;
    # production tells of requests.
    "loggers": {
        name: {"level": "WARNING"} for name in ("axes", "django_tasks", "django_tasks_db", "sesec.requests", "wagtail")
    },
}
