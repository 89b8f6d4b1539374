"""All texts of a page in one form, so that a translator need not open and save each by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, extract_ids, validate_translation_links
from wagtail_localize.views.edit_translation import FieldHasNoEditPanelError, TabHelper, get_segment_location_info

from . import punctuation


@dataclass
class Row:
    """A text of a page: where it stands, what it says in the first language, and its translation if there is one."""

    segment: StringSegment
    place: str
    translated: StringTranslation | None

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"text-{self.segment.pk}"

    @property
    def key(self) -> tuple[str, str]:
        """What names it in a PO file: where it stands, and what it says in the first language."""
        return self.segment.context.path, self.source

    @property
    def source(self) -> str:
        """What it says in the first language."""
        return self.segment.string.data

    @property
    def words(self) -> str:
        """What it says in the other one, as far as anybody knows now."""
        return self.translated.data if self.translated else ""

    @property
    def leaves_links_out(self) -> bool:
        """Whether its translation has not every link, term and living fact that it has in the first language."""
        return not self.in_english and bool(extract_ids(self.source) - extract_ids(self.words))

    @property
    def in_english(self) -> bool:
        """Whether the page shows it in the first language: it has no translation, or one that was refused."""
        return not self.translated or self.translated.has_error


def rows_of(translation: Translation) -> list[Row]:
    """Return the texts of a page in the order of its form; one that stands twice in the same field is one row."""
    page = translation.source.get_source_instance()
    tabs = TabHelper(page)
    segments = StringSegment.objects.filter(source=translation.source).select_related("context", "string")
    known = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    ).select_related("translation_of", "context", "last_translated_by")
    translated = {(text.translation_of_id, text.context_id): text for text in known}
    found: dict[tuple[int, int], tuple[object, Row]] = {}
    for segment in segments.order_by("order", "pk"):
        key = segment.string_id, segment.context_id
        try:
            place = get_segment_location_info(page, tabs, segment.context.path, segment.context.get_field_path(page))
        except FieldHasNoEditPanelError:
            continue
        named = ": ".join(str(part) for part in (place["field"], place["subField"]) if part)
        found.setdefault(key, (place["order"], Row(segment, named, translated.get(key))))
    return [row for _order, row in sorted(found.values(), key=lambda pair: (pair[0], pair[1].segment.order))]


class TextsForm(forms.Form):
    """A field for each text of a page.

    Beside each the browser sends back what stood there when the form was opened: only what the translator has changed
    is written, and what somebody else has changed meanwhile is never overwritten without a word.
    """

    def __init__(self, translation: Translation, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.translation = translation
        self.rows = rows_of(translation)
        for row in self.rows:
            code = translation.target_locale.language_code
            widget = AdminAutoHeightTextInput(attrs={"lang": code, "rows": 1, "aria-describedby": f"{row.name}-source"})
            self.fields[row.name] = forms.CharField(required=False, label=row.place, initial=row.words, widget=widget)

    def listed(self) -> list[tuple[Row, forms.BoundField, str]]:
        """Return each row with its field, and what the form shows as its words so far."""
        return [(row, self[row.name], self._known_to_translator(row)) for row in self.rows]

    def clean(self) -> None:
        """Refuse, at its row, what would break the page, and what would undo somebody else's work unseen.

        What was typed for a text that the page no longer has is told, so that it can be copied.
        """
        if lost := self._typed_for_former_texts():
            said = _("The English has changed meanwhile. What you typed for its former words has no place: %(texts)s.")
            self.add_error(None, said % {"texts": punctuation.listed(f"“{text}”" for text in lost)})
        for row in self.rows:
            typed = self._typed(row)
            if typed == self._shown(row):
                continue
            if self._shown(row) != row.words and typed != row.words:
                self.add_error(row.name, _meanwhile(row))
            if fault := _fault(row, typed):
                self.add_error(row.name, fault)

    @transaction.atomic
    def save(self, user: User | AnonymousUser) -> int:
        """Write what has been changed; returns how many texts that are."""
        changed = [row for row in self.rows if self._typed(row) != self._shown(row) and self._typed(row) != row.words]
        for row in changed:
            _write(row, self._typed(row), self.translation, user)
        return len(changed)

    def _typed_for_former_texts(self) -> list[str]:
        sent = ((name, _lines(str(text)).strip()) for name, text in self.data.items() if name.startswith("text-"))
        gone = ((name, text) for name, text in sent if name not in self.fields and text)
        return [text for name, text in gone if text != _lines(str(self.data.get(f"shown-{name}", ""))).strip()]

    def _typed(self, row: Row) -> str:
        return _lines(self.cleaned_data.get(row.name, ""))

    def _known_to_translator(self, row: Row) -> str:
        untouched = self.is_bound and self._typed(row) == self._shown(row)
        return self._shown(row) if untouched else row.words

    def _shown(self, row: Row) -> str:
        return _lines(self.data.get(f"shown-{row.name}", row.words)).strip()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _write(row: Row, words: str, translation: Translation, user: User | AnonymousUser) -> None:
    if row.translated and not words:
        row.translated.delete()
        return
    text = row.translated or StringTranslation(
        translation_of=row.segment.string, context=row.segment.context, locale=translation.target_locale
    )
    text.data, text.last_translated_by = words, user
    text.translation_type, text.tool_name = StringTranslation.TRANSLATION_TYPE_MANUAL, ""
    text.has_error, text.field_error = False, ""
    text.save()


def _fault(row: Row, typed: str) -> str:
    """Return what is wrong with a translation, in the words of wagtail-localize; nothing if it is right."""
    try:
        StringValue.from_translated_html(typed)
        validate_translation_links(row.source, typed)
    except ValueError as refusal:
        return str(refusal)
    return ""


def _meanwhile(row: Row) -> str:
    if not row.translated:
        return _("Somebody else has deleted this translation meanwhile. Save again to keep yours.")
    said = _("%(who)s has meanwhile written “%(words)s”. Save again to put yours in its place.")
    return said % {"who": row.translated.last_translated_by or _("Somebody else"), "words": row.words}
