"""Views of the admin about translations that let nobody do more than their rights; they stand before others that do.

wagtail-localize 1.14 asks for the right to translate anything at all (as Wagtail's own simple_translation did before
CVE-2026-54262) or to edit the page, also where it publishes; knows no lock; and for its lists of records asks for no
right at all.
"""

from collections.abc import Callable
from urllib.parse import quote, unquote

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.admin import messages
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import Page
from wagtail.whitelist import check_url
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .punctuation import colon

View = Callable[..., HttpResponse]


class SubmitOwnPage(SubmitPageTranslationView):
    """Begins the translation of a page that the user may edit."""

    def get_object(self) -> Page:
        """Return the page; raises PermissionDenied for somebody else's."""
        page = super().get_object()
        _require(page.permissions_for_user(self.request.user).can_edit())
        return page

    def get_form(self) -> Form:
        """Return the form; where there is one language alone to choose, it is chosen."""
        form = super().get_form()
        languages = form.fields["locales"].queryset
        if len(languages) == 1:
            form.fields["locales"].initial = languages
        return form

    def form_valid(self, form: Form) -> HttpResponse:
        """Begin the translation; what is not complete has none, and the editor is told what is missing.

        wagtail-localize 1.14 says that it succeeded all the same.
        """
        try:
            self.object.full_clean()
        except ValidationError as error:
            messages.error(self.request, _("Not sent for translation. Complete the page first, and save it."))
            for field, refusals in error.message_dict.items():
                messages.error(self.request, f"{_label(self.object, field)}{' '.join(refusals)}")
            return redirect("wagtailadmin_pages:edit", self.object.pk)
        return super().form_valid(form)


class UpdateOwnPage(UpdateTranslationsView):
    """Brings the translations of a page that the user may edit up to date; publishes those that they may publish."""

    def get_object(self) -> TranslationSource:
        """Return what the translations are made from; raises PermissionDenied for somebody else's."""
        source = super().get_object()
        instance = source.get_source_instance()
        _require(not isinstance(instance, Page) or instance.permissions_for_user(self.request.user).can_edit())
        return source

    def get_form(self) -> Form:
        """Return the form, without the choice to publish for who may not publish each of the translations."""
        form = super().get_form()
        if not self._may_publish():
            _require("publish_translations" not in form.data)
            del form.fields["publish_translations"]
        elif "publish_translations" in form.fields:
            form.fields["publish_translations"].help_text = self._said_of_english()
        return form

    def form_valid(self, form: Form) -> HttpResponse:
        """Do what the form asks for."""
        form.cleaned_data.setdefault("publish_translations", False)
        return super().form_valid(form)

    def _said_of_english(self) -> str:
        progress = [translation.get_progress() for translation in self.object.translations.filter(enabled=True)]
        number = sum(texts - translated for texts, translated in progress)
        said = ngettext(
            "%(number)d text has no translation yet and would be published in English.",
            "%(number)d texts have no translation yet and would be published in English.",
            number,
        )
        return said % {"number": number} if number else ""

    def _may_publish(self) -> bool:
        translations = self.object.translations.filter(enabled=True)
        return all(_can_publish(self.request, translation.get_target_instance()) for translation in translations)


class VisibleRecords(SnippetViewSet):
    """Tells the names of records."""

    def get_queryset(self) -> QuerySet:
        """Return the records of a kind; raises PermissionDenied to who may not see them in the admin."""
        policy = self.get_model().snippet_viewset.permission_policy
        _require(policy.user_has_any_permission(self.request.user, ["view", "change", "delete", "add"]))
        return super().get_queryset()


def convert_own_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Let a translation show the original's text again, which is seen at once, for who may publish it.

    What governs the project, for who may take that down.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    _require(_can_publish(request, page) and page.permissions_for_user(request.user).can_take_away())
    return convert.convert_to_alias(request, page_id)


def stop_own_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Let a translation follow its original no more; one that readers see, for who may publish it."""
    page = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    _require(not page.live or _can_publish(request, page))
    return edit_translation.stop_translation(request, translation_id)


def unlocked(view: View) -> View:
    """Return a view of a translation that refuses to write while its page is locked for the user."""

    def guarded(request: HttpRequest, translation_id: int, **kwargs: object) -> HttpResponse:
        translation = get_object_or_404(Translation, pk=translation_id)
        _require(not translation.get_target_instance().permissions_for_user(request.user).page_locked())
        return view(request, translation_id=translation_id, **kwargs)

    return guarded


@api_view(["PUT", "DELETE"])
def edit_text(request: Request, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Keep the translation of a text; where its English has changed meanwhile, say so beside what was typed."""
    segment = StringSegment.objects.select_related("string").filter(pk=string_segment_id).first()
    if not segment:
        fault = _(
            "Not saved: the English has changed meanwhile. Copy your words, load this page anew, and put them there."
        )
        return _not_saved(request, string_segment_id, fault)
    if others := overtaking(request, segment, get_object_or_404(Translation, pk=translation_id)):
        told = {"who": user_display_name(others.last_translated_by) or _("somebody else"), "words": others.data}
        fault = _(
            "Not saved: meanwhile %(who)s has translated this: “%(words)s”. Save again to put yours in its place."
        )
        answer = _not_saved(request, string_segment_id, fault % told)
        answer[KNOWN] = quote(others.data)
        return answer
    return edit_translation.edit_string_translation(request._request, translation_id, string_segment_id)


# The header in which the editor says, percent-encoded, what it knows of a text, and is told what stands there.
KNOWN = "X-Known-Text"


def overtaking(request: Request, segment: StringSegment, translation: Translation) -> StringTranslation | None:
    """Return a colleague's translation of a text that would be replaced unseen."""
    there = StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context_id, locale=translation.target_locale
    ).first()
    known = request.headers.get(KNOWN)
    if known is None or not there or there.data in {unquote(known), request.data.get("value")}:
        return None
    return there


def _not_saved(request: Request, segment_id: int, fault: str) -> Response:
    typed = {"string_id": None, "segment_id": segment_id, "data": request.data.get("value", "")}
    status = 200 if request.method == "PUT" else 409
    return Response({**typed, "error": fault, "comment": fault, "last_translated_by": None}, status)


@api_view(["PUT", "DELETE"])
def edit_override(request: Request, translation_id: int, overridable_segment_id: int) -> HttpResponse:
    """Keep what a translation has in the place of a link or a value; an address that could run a script is refused."""
    value = request.data.get("value", "")
    if check_url(value) != value:
        return HttpResponseBadRequest(_("This is not an address to which a page can lead."))
    return edit_translation.edit_override(request._request, translation_id, overridable_segment_id)


def _label(page: Page, field: str) -> str:
    return "" if field == NON_FIELD_ERRORS else f"{capfirst(page._meta.get_field(field).verbose_name)}{colon()}"


def _can_publish(request: HttpRequest, page: Page) -> bool:
    rights = page.permissions_for_user(request.user)
    return rights.can_publish() and not rights.page_locked()


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
