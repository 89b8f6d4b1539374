"""Translations in the admin."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import Page

from .admin_views import SubmitOwnPage, UpdateOwnPage, VisibleRecords


@hooks.register("construct_translated_pages_to_cascade_actions")
def delete_stand_ins_with_their_page(pages: Iterable[Page], action: str) -> dict[Page, QuerySet]:
    """Let the fallback pages in other languages go with the page they stand for, so that none is left behind."""
    return {page: Page.objects.filter(alias_of=page) for page in pages} if action == "delete" else {}


# Before wagtail-localize's own views, whose names lead to the same addresses.
@hooks.register("register_admin_urls", order=-1)
def stricter_views() -> list[URLPattern]:
    """Return the addresses at which stricter views answer."""
    records = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    return [
        path("localize/submit/page/<int:page_id>/", SubmitOwnPage.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateOwnPage.as_view()),
        path(records, VisibleRecords.as_view({"get": "list"})),
        path(f"{records}<str:pk>/", VisibleRecords.as_view({"get": "retrieve"})),
    ]
