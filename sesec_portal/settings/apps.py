"""What the portal is put together from: apps, middleware, template tags."""

from typing import Any

from .paths import ROOT

# The portal's own, from the top floor to the ground; an app imports only those that stand below it here. What sweeps
# over all of them (the page cache's key, tests, migrations) reads this list.
OWN_APPS = [
    "sesec_portal.wordpress",
    "sesec_portal.home",
    "newsroom",
    "standards",
    "governance",
    "phases",
    "partners",
    "sesec_portal.web",
    "sesec_portal.operations",
    "sesec_portal.bin",
    "sesec_portal.share_images",
    "sesec_portal.sources",
    "sesec_portal.search",
    "sesec_portal.reviews",
    "sesec_portal.draft_links",
    "sesec_portal.guide",
    "sesec_portal.wording",
    "sesec_portal.desk",
    "sesec_portal.schedule",
    "sesec_portal.core",
    "sesec_portal.living_facts",
    "sesec_portal.media",
    "sesec_portal.approval",
    "sesec_portal.accounts",
    "sesec_portal.languages",
    "sesec_portal.visibility",
    "sesec_portal.pagecache",
    "sesec_portal.moments",
    "sesec_portal.edtf",
]

INSTALLED_APPS = [
    *OWN_APPS,
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "sesec_portal.accounts.users_app.UsersAppConfig",
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

MIDDLEWARE = [
    "sesec_portal.web.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sesec_portal.web.middleware.refuse_unreadable_input",
    "sesec_portal.operations.probes.probes",
    "sesec_portal.media.uploads.storage.delete_orphaned_files",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sesec_portal.web.addresses.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "sesec_portal.accounts.sessions.StaffSessions",
    "sesec_portal.media.deleting.KeepWhatReadersSee",
    "sesec_portal.bin.middleware.keep_what_is_deleted",
    "sesec_portal.web.middleware.ValidationErrorMessages",
    "sesec_portal.web.redirects.RedirectMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
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
                "sesec_portal.edtf.templatetags.edtf_tags",
                "sesec_portal.moments.templatetags.moment_tags",
                "sesec_portal.languages.templatetags.language_tags",
                "sesec_portal.core.templatetags.core_tags",
                "sesec_portal.sources.templatetags.source_tags",
                "sesec_portal.share_images.templatetags.share_image_tags",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
