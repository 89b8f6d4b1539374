"""What holds everywhere in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from .admin_views import ChoosableDocuments, ChoosablePictures, SubmitOwnPage, UpdateOwnPage, VisibleRecords


@hooks.register("construct_translated_pages_to_cascade_actions")
def delete_stand_ins_with_their_page(pages, action):
    """Let the stand-ins in other languages go with the page they stand for, so that none is left behind."""
    return {page: Page.objects.filter(alias_of=page) for page in pages} if action == "delete" else {}


@hooks.register("register_account_menu_item")
def offer_second_factor(request):
    """Lead from somebody's account to their second factor."""
    return {
        "label": _("Two-step sign-in"),
        "url": reverse("mfa_index"),
        "help_text": _("A code from your phone, beside the password."),
    }


# Before wagtail-localize's own views, whose names lead to the same addresses.
@hooks.register("register_admin_urls", order=-1)
def stricter_views():
    """Return the addresses at which stricter views answer."""
    records = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    return [
        path("localize/submit/page/<int:page_id>/", SubmitOwnPage.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateOwnPage.as_view()),
        path(records, VisibleRecords.as_view({"get": "list"})),
        path(f"{records}<str:pk>/", VisibleRecords.as_view({"get": "retrieve"})),
    ]


# After Wagtail's own have been registered.
@hooks.register("construct_admin_api", order=1)
def stricter_api(router):
    """Put stricter views into the admin's API."""
    router.register_endpoint("images", ChoosablePictures)
    router.register_endpoint("documents", ChoosableDocuments)
