"""Who takes part in a phase: partners with their roles, people with their offices."""

from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, PageChooserPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import NoOverlap, Period, PeriodQuerySet
from sesec_portal.languages.fields import OriginalPageKey


class Participation(Period, Sourced, Orderable):
    """One role of one partner in one phase, for all of it or for a time within it."""

    class Role(models.TextChoices):
        PARTNER = "partner", _("partner")
        LEADER = "leader", _("project leader")
        CO_FINANCING = "co-financing", _("co-financing")

    phase = ParentalKey("phases.PhasePage", on_delete=models.CASCADE, related_name="participations")
    partner = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=_("partner"),
        on_delete=models.PROTECT,
        related_name="participations",
        help_text=_("The partner’s page, in any language."),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role,
        default=Role.PARTNER,
        help_text=_("One row for each role. A partner can have several."),
    )

    objects = models.Manager.from_queryset(PeriodQuerySet)()

    panels = [
        FieldRowPanel([PageChooserPanel("partner"), FieldPanel("role")]),
        HelpPanel(_("Leave both dates empty for a role that lasts as long as the phase.")),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        Sourced.folded_source,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("role of a partner")
        constraints = [
            *Period.Meta.constraints,
            NoOverlap(name="participation_no_overlap", within=["phase", "partner", "role"]),
        ]

    def __str__(self):
        return f"{self.partner}: {self.get_role_display()}"

    @property
    def is_dated(self):
        """Whether the role lasted for a time of its own within the phase."""
        return bool(self.starts or self.ends)

    @property
    def row_heading(self):
        role = f"{self.partner}, {self.get_role_display()}"
        return f"{role}, {self.dates_in_words}" if self.is_dated else role


class TeamMember(Period, Sourced, Orderable):
    """Somebody who works, or worked, for a phase."""

    class Office(models.TextChoices):
        EXPERT = "expert", _("Seconded European Standardization Expert")
        MANAGER = "manager", _("project manager")
        OFFICER = "officer", _("project officer")
        ASSISTANT = "assistant", _("assistant")

    phase = ParentalKey("phases.PhasePage", on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey(
        "partners.Person",
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="offices",
        help_text=_("Kept under “People”; named in public only with consent."),
    )
    office = models.CharField(
        _("office"),
        max_length=20,
        choices=Office,
        default=Office.EXPERT,
        help_text=_("What the person did in this phase."),
    )

    attested_earliest, attested_latest = bound(), bound()
    attested = EdtfField(
        _("last attested"),
        earliest_field="attested_earliest",
        latest_field="attested_latest",
        blank=True,
        help_text=_("The latest time for which a source says so, where nobody recorded the last day."),
    )

    objects = models.Manager.from_queryset(PeriodQuerySet)()

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("office")]),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends"), FieldPanel("attested")]),
        Sourced.folded_source,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("member of the team")
        constraints = Period.Meta.constraints

    def __str__(self):
        return f"{self.person}, {self.get_office_display()}"

    @property
    def office_marked_up(self):
        """The office, and from when to when where that is recorded, in HTML."""
        told = self.get_office_display()
        if self.starts or self.ends:
            told = format_html(gettext("{office}, {dates}"), office=told, dates=self.dates_marked_up)
        if self.attested and not self.ends:
            told = format_html(gettext("{office}, last attested {date}"), office=told, date=self.attested.marked_up())
        return told

    @property
    def row_heading(self):
        return str(self)
