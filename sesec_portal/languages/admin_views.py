"""Views of the admin about translations that let nobody do more than their rights; they stand before others that do.

wagtail-localize 1.14 asks only for the right to translate anything at all (as Wagtail's own simple_translation did
before CVE-2026-54262), and for its lists of records for no right at all.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


class SubmitOwnPage(SubmitPageTranslationView):
    """Begins the translation of a page that the user may edit."""

    def get_object(self) -> Page:
        """Return the page; raises PermissionDenied for somebody else's."""
        page = super().get_object()
        _require(page.permissions_for_user(self.request.user).can_edit())
        return page


class UpdateOwnPage(UpdateTranslationsView):
    """Brings the translations of a page that the user may edit up to date."""

    def get_object(self) -> TranslationSource:
        """Return what the translations are made from; raises PermissionDenied for somebody else's."""
        source = super().get_object()
        instance = source.get_source_instance()
        _require(not isinstance(instance, Page) or instance.permissions_for_user(self.request.user).can_edit())
        return source


class VisibleRecords(SnippetViewSet):
    """Tells the names of records."""

    def get_queryset(self) -> QuerySet:
        """Return the records of a kind; raises PermissionDenied to who may not see them in the admin."""
        policy = self.get_model().snippet_viewset.permission_policy
        _require(policy.user_has_any_permission(self.request.user, ["view", "change", "delete", "add"]))
        return super().get_queryset()


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
