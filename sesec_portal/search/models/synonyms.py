"""Words that mean the same to whoever searches."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel

from sesec_portal.core.records import Record, RecordQuerySet

from ..words.units import key_of

LONGEST_TERM, MOST_TERMS = 60, 30


class SynonymGroup(Record):
    """Terms of which each finds what has any of the others, in whichever language."""

    terms = models.TextField(
        _("terms"),
        unique=True,
        help_text=_(
            "One to a line, in English or Chinese: artificial intelligence, AI, 人工智能. Who searches for one of them "
            "finds all. Capitals, hyphens, accents and a plural s make no difference."
        ),
    )

    falls_due = False

    objects = models.Manager.from_queryset(RecordQuerySet)()

    panels = [FieldPanel("terms", required_on_save=True), PublishingPanel()]

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["terms"]

    def __str__(self) -> str:
        return " = ".join(self.listed)

    @property
    def listed(self) -> list[str]:
        """The terms, as they were typed."""
        return [" ".join(line.split()) for line in self.terms.splitlines() if line.strip()]

    def clean(self) -> None:
        """Put the terms in order, and refuse what could never be found, or stands in two groups."""
        super().clean()
        once: dict[str, str] = {}
        for term in self.listed:
            once.setdefault(key_of(term), term)
        self.terms = "\n".join(once.values())
        if fault := self._fault():
            raise ValidationError({"terms": fault})

    def _fault(self) -> object:
        if len(self.listed) < 2:
            return _("Type at least two terms, one to a line.")
        if len(self.listed) > MOST_TERMS:
            return _("Type no more than %(most)s terms.") % {"most": MOST_TERMS}
        if any(len(term) > LONGEST_TERM for term in self.listed):
            return _("A term has no more than %(most)s characters.") % {"most": LONGEST_TERM}
        if wrong := next((term for term in self.listed if '"' in term or not key_of(term)), None):
            return _("“%(term)s” is no term: type letters or figures, without quotation marks.") % {"term": wrong}
        mine = set(map(key_of, self.listed))
        for other in type(self).objects.exclude(pk=self.pk):
            if twice := next((term for term in other.listed if key_of(term) in mine), None):
                return _("“%(term)s” stands in another group already: %(group)s.") % {"term": twice, "group": other}
        return None
