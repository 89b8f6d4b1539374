"""How the comparison of two versions reads each kind of field."""

from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison, register_comparison_class
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.edit_handlers import ImageFieldComparison

from sesec_portal.edtf.dates import PartialDate
from sesec_portal.edtf.fields import EdtfField
from sesec_portal.moments.fields import MomentField
from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import in_words

from .blocks import compared
from .marking import marked, replaced
from .names import name_of
from .texts import form_of, words_of_rich_text


class InWords(FieldComparison):
    """A value in words, which another takes the place of as a whole."""

    def words(self, value: object) -> str:
        """Return a value as an editor reads it; nothing of one that is missing."""
        return "" if value in (None, "") else str(value)

    def htmldiff(self) -> SafeString:
        """Return both values, or the one that both versions have."""
        return replaced(self.words(self.val_a), self.words(self.val_b))


class TextInWords(InWords):
    """A text, compared word by word."""

    def htmldiff(self) -> SafeString:
        """Return both texts as one."""
        return marked(self.words(self.val_a), self.words(self.val_b))


class RichTextInWords(TextInWords):
    """A rich text; one in which only the markup was changed says so."""

    def words(self, value: object) -> str:
        return words_of_rich_text(str(value or ""))

    def has_changed(self) -> bool:
        return form_of(self.val_a or "") != form_of(self.val_b or "")

    def htmldiff(self) -> SafeString:
        told = super().htmldiff()
        only_markup = self.has_changed() and self.words(self.val_a) == self.words(self.val_b)
        return told + replaced("", _("Only the form of the text was changed.")) if only_markup else told


class YesOrNo(InWords):
    """A box that is ticked or not."""

    def words(self, value: object) -> str:
        return _("Yes") if value else _("No")


class DayInWords(InWords):
    """A day of the calendar."""

    def words(self, value: object) -> str:
        return date_format(value, "DATE_FORMAT") if isinstance(value, date) else ""


class InstantInWords(InWords):
    """An hour at which something happens by itself."""

    def words(self, value: object) -> str:
        return in_words(Moment.at(value, timezone.get_current_timezone_name())) if isinstance(value, datetime) else ""


class DateInWords(InWords):
    """A date as exact as its source."""

    def words(self, value: object) -> str:
        return value.spelled_out() if isinstance(value, PartialDate) else super().words(value)


class MomentInWords(InWords):
    """A moment as it was announced, and in the zones of the portal's readers."""

    field: MomentField

    def words(self, value: object) -> str:
        is_end = self.field.of_day == "ends"
        return in_words(value, is_end=is_end) if isinstance(value, Moment) else super().words(value)


class ChoiceInWords(InWords):
    """One of several."""

    def words(self, value: object) -> str:
        return super().words(dict(self.field.flatchoices).get(value, value))


class NameInWords(InWords):
    """Something that was chosen: a page, a source, a person."""

    def words(self, value: object) -> str:
        return name_of(self.field.related_model, value) if value else ""


class PictureInWords(NameInWords, ImageFieldComparison):
    """A picture: both small, with their titles."""

    def htmldiff(self) -> SafeString:
        return ImageFieldComparison.htmldiff(self) + super().htmldiff()


class BlocksInWords(FieldComparison):
    """A text of blocks: those that changed."""

    def htmldiff(self) -> SafeString:
        return compared(self.field.stream_block, self.val_a, self.val_b)


for _kind, _comparison in (
    (models.Field, InWords),
    (models.CharField, TextInWords),
    (models.TextField, TextInWords),
    (models.URLField, InWords),
    (RichTextField, RichTextInWords),
    (models.BooleanField, YesOrNo),
    (models.DateField, DayInWords),
    (models.DateTimeField, InstantInWords),
    (EdtfField, DateInWords),
    (MomentField, MomentInWords),
    (StreamField, BlocksInWords),
):
    register_comparison_class(_kind, comparison_class=_comparison)
register_comparison_class(models.ForeignKey, to=models.Model, comparison_class=NameInWords)
register_comparison_class(models.ForeignKey, to=get_image_model(), comparison_class=PictureInWords)
