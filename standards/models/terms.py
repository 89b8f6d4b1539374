"""The terms of the glossary."""

from string import ascii_uppercase

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel, PublishingPanel
from wagtail.search import index

from sesec_portal.core.records import Record, RecordQuerySet
from sesec_portal.core.sources import place_in_source, source_key
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.punctuation import colon, in_brackets
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation

# Under which a term stands that begins with no letter, or of which nobody has typed the pinyin.
NO_LETTER = "…"


class Term(ConstraintsBesideFields, Record, index.Indexed):
    """A term in English and Chinese, its abbreviation, and what it means; its code stays when it is reworded."""

    code = models.SlugField(
        _("code"),
        unique=True,
        help_text=_("A short code that never changes: sac. The term’s web address ends with it."),
    )
    name = models.CharField(
        _("term in English"), max_length=160, help_text=_("In English, in full, as in running text.")
    )
    name_zh = models.CharField(_("term in Chinese"), max_length=80, blank=True, help_text=_("Shown to all readers."))
    pinyin = models.CharField(
        _("pinyin"),
        max_length=160,
        blank=True,
        help_text=_("The pinyin, in small letters without tones: biaozhunhua. The Chinese glossary is sorted by it."),
    )
    abbreviation = models.CharField(
        _("abbreviation"),
        max_length=40,
        blank=True,
        help_text=_("The abbreviation in common use, in any language: SAC."),
    )
    meaning = models.CharField(
        _("meaning"), max_length=300, help_text=_("In English, in one or two sentences. Also shown where it is marked.")
    )
    meaning_zh = models.CharField(
        _("meaning in Chinese"), max_length=200, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    body = OriginalPageKey(
        "standards.BodyPage",
        verbose_name=_("body"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The body that the term names: the glossary leads to its page."),
    )
    cited = source_key()
    cited_at = place_in_source()
    sample = models.BooleanField(_("sample"), default=False, help_text=_("Tick it for a made-up entry."))

    objects = models.Manager.from_queryset(RecordQuerySet)()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("name_zh"),
        index.SearchField("abbreviation"),
        index.AutocompleteField("abbreviation"),
    ]

    panels = [
        FieldRowPanel([FieldPanel("name", required_on_save=True), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("name_zh"), FieldPanel("pinyin")]),
        FieldPanel("abbreviation"),
        FieldPanel("meaning"),
        FieldPanel("meaning_zh"),
        PageChooserPanel("body"),
        FieldRowPanel([FieldPanel("cited"), FieldPanel("cited_at")]),
        FieldPanel("sample"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("terms of the glossary")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="term_pinyin_is_plain",
                condition=models.Q(pinyin__regex=r"^[a-zü ]*$"),
                violation_error_message=_("Type small letters without tones, and nothing else: biaozhunhua."),
                violation_error_code="pinyin",
            )
        ]

    def __str__(self):
        return f"{self.abbreviation} – {self.name}" if self.abbreviation else self.name

    @staticmethod
    def listed():
        """Return the published terms with their sources, in the order of the reader’s language; see `memo`."""
        return _listed(get_language())

    @staticmethod
    def by_key():
        """Return the same terms as a dict by primary key."""
        return {term.pk: term for term in Term.listed()}

    @property
    def anchor(self):
        """The fragment by which the term is linked in the glossary."""
        return f"term-{self.code}"

    @property
    def shown_name(self):
        """The term in the reader’s language."""
        return bilingual(self, "name")

    @property
    def other_name(self):
        """The term in the other language; an empty text where it has none."""
        return self.name if self.shown_name != self.name else self.name_zh

    @property
    def in_full(self):
        """The term in the reader’s language, with its abbreviation where that is another word."""
        name = self.shown_name
        return f"{name}{in_brackets(self.abbreviation)}" if self.abbreviation not in ("", name) else name

    @property
    def explained(self):
        """The term and its meaning in the reader’s language, in one line; an empty text where it has no such words."""
        if get_language() == "zh-hans" and not (self.name_zh and self.meaning_zh):
            return ""
        return f"{self.shown_name}{colon()}{self.shown_meaning}"

    @property
    def shown_meaning(self):
        """The meaning in the reader’s language."""
        return bilingual(self, "meaning")

    @property
    def letter(self):
        """The letter under which it stands in the reader’s language."""
        first = self.sorted_by[:1].upper().replace("Ü", "U")
        return first if first and first in ascii_uppercase else NO_LETTER

    @property
    def sorted_by(self):
        """What orders the terms in the reader’s language: the pinyin in Chinese, else the English."""
        if get_language() == "zh-hans" and self.name_zh:
            return self.pinyin
        return self.name.casefold()


@once_per_generation
def _listed(language):
    terms = Term.objects.live().select_related("cited")
    return tuple(sorted(terms, key=lambda term: (term.letter == NO_LETTER, term.sorted_by, term.pk)))
