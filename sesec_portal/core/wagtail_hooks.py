"""What the admin's forms get beside Wagtail's own."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def send_forms_once() -> str:
    """Let "Save" wait for an autosave that is under way."""
    return format_html('<script src="{}" type="module"></script>', static("js/autosave.js"))
