"""What readers were told of a decision before it was corrected: kept beside it, with the day and the reason."""

from itertools import zip_longest

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sesec_portal.edtf import clock
from sesec_portal.languages.records import bilingual

from .disclosure import READABLE, Disclosure


class DecisionCorrection(models.Model):
    """A correction of a text that readers knew. The database refuses to change or remove it."""

    decision = models.ForeignKey(
        "governance.Decision", on_delete=models.CASCADE, related_name="corrections", editable=False
    )
    level = models.CharField(_("disclosure"), max_length=10, choices=Disclosure, editable=False)
    day = models.DateField(_("date"), editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)
    reason_zh = models.TextField(_("reason in Chinese"), blank=True, editable=False)
    former = models.TextField(_("what stood before"), editable=False)
    former_zh = models.TextField(_("what stood before, in Chinese"), blank=True, editable=False)

    # What has stood in its place since then; known where readers see it.
    latter = latter_zh = ""

    class Meta:
        verbose_name = _("correction of a decision")
        ordering = ["day", "pk"]

    def __str__(self):
        return f"{self.decision}, {self.day}"

    @property
    def is_of_readers_text(self):
        """Whether it changed the text in the reader's language, or that in the other alone."""
        return bilingual(self, "former") != bilingual(self, "latter")

    @property
    def former_told(self):
        """What stood before, in the reader's language; in the other where only that was corrected."""
        told = bilingual(self, "former")
        return told if self.is_of_readers_text else next(text for text in (self.former, self.former_zh) if text != told)


class CorrectedOpenly(models.Model):
    """A decision whose text, once readers know it, changes with a correction only: dated, and with a reason."""

    # Since when readers have known what they may know; empty for what was public before the portal kept it.
    disclosed_at = models.DateTimeField(null=True, editable=False)
    # Whatever readers know, or knew last before the decision was made internal.
    last_disclosure = models.CharField(max_length=10, choices=Disclosure, blank=True, editable=False)

    correction_reason = models.TextField(
        _("reason of the correction"),
        blank=True,
        help_text=_(
            "Only where a text is changed that readers know already. They see the reason, the day, and what stood "
            "there before."
        ),
    )
    correction_reason_zh = models.TextField(
        _("reason of the correction in Chinese"), blank=True, help_text=_("Shown to readers of Chinese.")
    )

    # In a preview, the correction that publishing would make.
    drafted_correction = None

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        correction = None
        if not kwargs.get("update_fields"):
            stored = self._stored()
            if self.live:
                correction = self._correction_of(stored)
                self.correction_reason = self.correction_reason_zh = ""
            self._disclose(stored)
        super().save(*args, **kwargs)
        if correction:
            correction.decision = self
            correction.save()

    def _disclose(self, stored):
        """Write down what readers know from now on, and since when; `stored` is the row as it is."""
        is_known = self.live and self.disclosure in READABLE
        if self.live:
            self.last_disclosure = self.disclosure if is_known else getattr(stored, "last_disclosure", "")
        was_known = stored and stored.live and stored.disclosure == self.disclosure
        self.disclosed_at = (stored.disclosed_at if was_known else timezone.now()) if is_known else None

    def correction(self):
        """Return the DecisionCorrection, not saved, that publishing this would make; None where readers know no text.

        A Chinese text that is added where none stood is none.
        """
        return self._correction_of(self._stored())

    def _correction_of(self, stored):
        if not stored or not stored.last_disclosure:
            return None
        field = Disclosure(stored.last_disclosure).text_field
        former, former_zh = getattr(stored, field), getattr(stored, f"{field}_zh")
        if getattr(self, field) == former and former_zh in {"", getattr(self, f"{field}_zh")}:
            return None
        return DecisionCorrection(
            level=stored.last_disclosure,
            day=clock.today(),
            reason=self.correction_reason,
            reason_zh=self.correction_reason_zh,
            former=former,
            former_zh=former_zh,
        )

    @property
    def corrections_shown(self):
        """The corrections that readers may see on the day that the page speaks of, newest first."""
        if not self.pk:
            return []
        kept = [each for each in self.corrections.all() if each.level == self.disclosure]
        known = [*kept, *([self.drafted_correction] if self.drafted_correction else [])]
        for each, later in zip_longest(known, known[1:]):
            field = Disclosure(each.level).text_field
            each.latter = later.former if later else getattr(self, field)
            each.latter_zh = later.former_zh if later else getattr(self, f"{field}_zh")
        return [each for each in known if each.day <= clock.today()][::-1]

    def _stored(self):
        return type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
