"""What the admin's forms get beside Wagtail's own."""

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.models import Revision
from wagtail.rich_text.feature_registry import FeatureRegistry

from .bulk_publishing import refuse_what_forms_would_not_publish
from .choosing import of_the_forms_language
from .comparing import fields as _read_in_comparisons  # noqa: F401  it registers them
from .explorer import ExplorerViewSet
from .revisions import missing_from
from .rich_text_links import PageLinks


@hooks.register("insert_global_admin_js")
def send_forms_once() -> str:
    """Let "Save" wait for an autosave that is under way."""
    return format_html('<script src="{}" type="module"></script>', static("js/autosave.js"))


@hooks.register("insert_global_admin_js")
def keep_what_is_typed() -> str:
    """Let a date that cannot be read stay as it was typed; before the calendars of the form are made."""
    return format_html('<script src="{}"></script>', static("js/typed-dates.js"))


# After Wagtail's own have been registered.
@hooks.register("register_rich_text_features", order=1)
def links_to_what_has_gone(features: FeatureRegistry) -> None:
    """Say of a link whose page is gone that it is."""
    features.register_link_type(PageLinks)


@hooks.register("construct_help_menu")
def help_of_the_portal_alone(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out of the help what tells of Wagtail's releases, and a guide to another admin than this."""
    menu_items[:] = [item for item in menu_items if not isinstance(item, DismissibleMenuItem)]


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def say_what_is_missing(request: HttpRequest, thing: Model) -> None:
    """Tell who opens a form what the version in it names and is no longer there."""
    if request.method != "GET":
        return
    former = request.resolver_match.kwargs.get("revision_id") if request.resolver_match else None
    versions = Revision.objects.for_instance(thing)
    revision = versions.filter(pk=former).first() if former else getattr(thing, "latest_revision", None)
    if revision and (missing := missing_from(revision)):
        what = get_text_list(missing, _("and"))
        messages.warning(
            request,
            _("The latest version names what has been deleted since (%(what)s). It is left out of this form.")
            % {"what": what},
        )


# After Wagtail's own, whose place it takes.
@hooks.register("register_admin_viewset", order=1)
def pages_in_the_explorer() -> ExplorerViewSet:
    """Say of all pages in the explorer how their translations stand."""
    return ExplorerViewSet()


hooks.register("construct_page_chooser_queryset", of_the_forms_language)
hooks.register("before_bulk_action", refuse_what_forms_would_not_publish)
