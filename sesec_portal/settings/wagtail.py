"""Wagtail and its add-ons: the admin, pictures and documents, search, tasks, translations."""

from django.utils.translation import gettext_lazy as _

from . import env

WAGTAIL_USER_TIME_ZONES = ["Europe/Brussels", "Europe/Paris", "Europe/Zurich", "Asia/Shanghai", "UTC"]
WAGTAIL_SITE_NAME = "SESEC"
WAGTAILADMIN_BASE_URL = env.text("SITE_URL", "")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("zh-hans", _("Simplified Chinese"))]
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "sesec_portal.core.rich_text_editor.RichTextEditor"},
    "cell": {"WIDGET": "sesec_portal.core.rich_text_editor.CellEditor"},
}
WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "sesec_portal.media.uploads.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "media.PortalDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "sesec_portal.media.uploads.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# `core.former_addresses` makes them, in the transaction that changes the address.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "sesec_portal.search.admin_backend", "SEARCH_CONFIG": "english"}}
# What need not be done while an editor waits: `manage.py worker` does it within seconds; and what is due by the clock.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "clock", "night"]}}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "sesec_portal.approval.publication.publish_approved"
# A page sent for translation goes on standing in until its translation is published.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
