"""Decisions and corrective measures."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    PageChooserPanel,
    PublishingPanel,
)

from governance.forms import DecisionForm
from governance.previews import PreviewedDecision
from sesec_portal.core.disagreements import Said
from sesec_portal.core.records import Record
from sesec_portal.core.sources import Sourced, place_in_source, source_key
from sesec_portal.edtf import clock
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.records import bilingual

from .decision_corrections import CorrectedOpenly
from .disclosure import Disclosure
from .queries import DecisionQuerySet
from .status_log import LogsStatus, StatusEntry


class Decision(ConstraintsBesideFields, PreviewedDecision, LogsStatus, CorrectedOpenly, Record, Sourced):
    """Something the Steering Committee decided, or a measure it ordered."""

    class Kind(models.TextChoices):
        DECISION = "decision", _("decision")
        MEASURE = "measure", _("corrective measure")
        PRIORITIES = "priorities", _("priority revision")
        PHASE = "phase", _("phase opening or closing")

    number = models.PositiveIntegerField(
        _("number"),
        unique=True,
        help_text=_("Its number in the register."),
        error_messages={"unique": _("There is a decision with this number already.")},
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind, default=Kind.DECISION, help_text=_("What sort of decision it is.")
    )
    disclosure = models.CharField(
        _("disclosure"),
        max_length=10,
        choices=Disclosure,
        default=Disclosure.INTERNAL,
        help_text=_("What readers may see. An internal entry appears nowhere outside the admin."),
    )
    meeting = OriginalPageKey(
        "governance.MeetingPage",
        verbose_name=_("meeting"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        help_text=_("The meeting that took it, if it was taken at one."),
    )
    decided_earliest, decided_latest = bound(), bound()
    decided = EdtfField(
        _("decided on"), earliest_field="decided_earliest", latest_field="decided_latest", help_text=EDTF_HELP
    )
    wording = models.TextField(_("wording"), help_text=_("As adopted. Public only at the level “public”."))
    wording_zh = models.TextField(_("wording in Chinese"), blank=True, help_text=_("Shown to readers of Chinese."))
    summary = models.TextField(
        _("public text"), blank=True, help_text=_("What readers see at the level “summary public”.")
    )
    summary_zh = models.TextField(_("public text in Chinese"), blank=True, help_text=_("Shown to readers of Chinese."))
    owner = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=pgettext_lazy("of a measure", "owner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions_owned",
        help_text=_("The partner that carries it out."),
    )
    due_earliest, due_latest = bound(), bound()
    due = EdtfField(_("due"), earliest_field="due_earliest", latest_field="due_latest", blank=True, help_text=EDTF_HELP)
    due_cited = source_key(_("source of the due date"))
    due_cited_at = place_in_source()
    # FORMER_TEXTS of `core.sources`.
    due_source = models.CharField(max_length=255, blank=True, editable=False)
    due_source_url = models.URLField(max_length=500, blank=True, editable=False)

    objects = models.Manager.from_queryset(DecisionQuerySet)()

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("kind"), FieldPanel("decided")]),
        PageChooserPanel("meeting", "governance.MeetingPage"),
        MultiFieldPanel([FieldPanel("wording"), FieldPanel("wording_zh")], heading=_("Wording")),
        MultiFieldPanel(
            [FieldPanel("disclosure"), FieldPanel("summary"), FieldPanel("summary_zh")], heading=_("What readers see")
        ),
        MultiFieldPanel([FieldPanel("correction_reason"), FieldPanel("correction_reason_zh")], heading=_("Correction")),
        FieldRowPanel([PageChooserPanel("owner", "partners.PartnerPage"), FieldPanel("due")]),
        FieldRowPanel([FieldPanel("due_cited"), FieldPanel("due_cited_at")]),
        MultiFieldPanel(
            [
                HelpPanel(template="governance/admin/status_log.html"),
                FieldRowPanel([FieldPanel("new_status"), FieldPanel("new_status_day")]),
                FieldPanel("new_status_why"),
                FieldPanel("new_status_why_zh"),
                FieldRowPanel([FieldPanel("new_status_cited"), FieldPanel("new_status_cited_at")]),
            ],
            heading=_("Status log"),
        ),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
        PublishingPanel(),
    ]
    base_form_class = DecisionForm
    governs = True
    # Its owner is a partner, and part of what is drafted.
    of_no_version = ("reviewed_on", "review_by")

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions and measures")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                name="decision_summary_is_written",
                condition=~Q(disclosure="summary") | ~Q(summary=""),
                violation_error_message=_("Write the public text, or choose another level."),
                violation_error_code="summary",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    @property
    def status(self):
        """The last status in the log, in words, for the admin's list."""
        last = self.log.last()
        return last.get_status_display() if last else ""

    @property
    def public_text(self):
        """What readers may read of it, in their language; an empty text for an internal entry.

        Asked about a day, it is the text that stood then.
        """
        field = Disclosure(self.disclosure).text_field
        if not field:
            return ""
        since = [each for each in self.corrections.all() if each.day > clock.today()] if clock.is_asked() else []
        replaced = next((each for each in since if each.level == self.disclosure), None)
        return bilingual(replaced, "former") if replaced else bilingual(self, field)

    @property
    def due_said(self):
        """What readers may know of where its due date is set, as a Said; None where nothing is, or is not public."""
        if self.disclosure != Disclosure.PUBLIC or not self.due_cited_id:
            return None
        return Said("due", self.due, self.due_cited_id, self.due_cited_at)

    @property
    def public_log(self):
        """The lines of its log that readers may see on the day that the page speaks of, newest first."""
        if self.disclosure != Disclosure.PUBLIC:
            return []
        return [line for line in self.log_by_day() if line.day <= clock.today()][::-1]

    @property
    def public_status(self):
        """The status on the day that the page speaks of, in words; needs `for_listing`."""
        return StatusEntry.Status(self.status_now).label if self.status_now else _("not recorded")

    @property
    def is_overdue(self):
        """Whether it was due before the day that the page speaks of and was neither done nor dropped."""
        open_still = self.status_now not in {StatusEntry.Status.DONE, StatusEntry.Status.DROPPED}
        return bool(self.due and self.due.latest < clock.today() and open_still)
