"""The views of all texts of a page in one form, and of the PO file that carries them to a translator and back."""

from collections.abc import Callable

import polib
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from .publishing import warn_of_links_left_out
from .texts import TextsForm, rows_of


def _of_own_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def guarded(request: HttpRequest, translation_id: int) -> HttpResponse:
        sources = Translation.objects.select_related("source", "target_locale")
        translation = get_object_or_404(sources, pk=translation_id, enabled=True)
        page = translation.get_target_instance()
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return view(request, translation, page)

    return guarded


@_of_own_page
def all_texts(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse:
    """Show all texts of a page, each beside its translation, and save what has been changed."""
    if request.method != "POST":
        return _show(request, page, TextsForm(translation))
    return _save(request, page, TextsForm(translation, request.POST))


@require_POST
@_of_own_page
def upload(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse:
    """Take the translations of a PO file; where one is refused, show all of them in the form and write none."""
    form = TextsForm(translation)
    try:
        file = polib.pofile(request.FILES["file"].read().decode())  # type: ignore[union-attr]  # one file a field
        if not file.metadata or len(file) == 0:
            raise ValueError
    except (KeyError, OSError, ValueError):
        messages.error(request, _("This is no PO file. Choose the one that you downloaded here and translated."))
        return redirect(_address(translation))
    if file.metadata.get("X-WagtailLocalize-TranslationID") != str(translation.uuid):
        messages.error(request, _("This file was downloaded from another page. Nothing of it was taken."))
        return redirect(_address(translation))
    translated = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in file if entry.msgstr and not entry.obsolete}
    known = {row.key for row in form.rows}
    unknown = [text for place, text in translated if (place, text) not in known]
    if unknown:
        said = _("The page no longer has these texts, so they were left out: %(texts)s.")
        messages.warning(request, said % {"texts": get_text_list([f"“{text}”" for text in unknown], _("and"))})
    typed = {row.name: translated.get(row.key, row.words) for row in form.rows}
    return _save(request, page, TextsForm(translation, typed))


def _save(request: HttpRequest, page: Page, form: TextsForm) -> HttpResponse:
    if page.permissions_for_user(request.user).page_locked():
        form.add_error(None, _("Somebody has locked this page. Copy what you have typed, or save when it is unlocked."))
    if not form.is_valid():
        messages.error(request, _("Nothing has been saved yet: look at the texts that are marked below."))
        return _show(request, page, form)
    number = form.save(request.user)
    saved = ngettext("%(number)d text was saved.", "%(number)d texts were saved.", number) % {"number": number}
    messages.success(request, saved if number else _("Nothing was changed."))
    warn_of_links_left_out(request, rows_of(form.translation))
    return redirect(_address(form.translation))


def _show(request: HttpRequest, page: Page, form: TextsForm) -> HttpResponse:
    in_english = sum(row.in_english for row in form.rows)
    context = {"page": page, "form": form, "translation": form.translation, "in_english": in_english}
    return render(request, "languages/all_texts.html", context)


def _address(translation: Translation) -> str:
    return reverse("all_texts", args=[translation.pk])
