"""The seats of the Steering Committee."""

from datetime import date

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel, PublishingPanel

from governance.forms import SeatForm
from governance.previews import PreviewedSeat
from partners.models import PartnerPage, prefetch_portraits
from sesec_portal.core.records import Record, RecordQuerySet
from sesec_portal.edtf.clock import today
from sesec_portal.edtf.periods import holding_on
from sesec_portal.languages.fields import OriginalPageOneToOne
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public


class SeatState(models.TextChoices):
    """Who a seat has on a day, as it is drawn."""

    NAMED = "named", _("holder named")
    UNPUBLISHED = "unpublished", _("name not published")
    VACANT = "vacant", _("vacant")
    UNKNOWN = "unknown", _("no holder recorded")


class SeatQuerySet(RecordQuerySet):
    """The questions the portal asks about seats."""

    def for_listing(self):
        """Return the published seats of published partners in order, with their partners and terms."""
        shown = self.live().filter(partner__in=public(PartnerPage.objects)).select_related("partner__locale")
        terms = self.model._meta.get_field("terms").related_model.objects.select_related("holder__photo")
        return shown.prefetch_related("partner__names", Prefetch("terms", terms))


class Seat(PreviewedSeat, Record, ClusterableModel):
    """A seat on the Steering Committee; it belongs to a partner, not to a person."""

    partner = OriginalPageOneToOne(
        "partners.PartnerPage",
        verbose_name=_("partner"),
        on_delete=models.PROTECT,
        related_name="committee_seat",
        help_text=_("The partner whose seat this is, by its page in any language."),
        error_messages={"unique": _("This partner has a seat already.")},
    )
    sort_order = models.PositiveSmallIntegerField(
        _("place in the list"), default=0, help_text=_("Lower numbers come first.")
    )

    objects = models.Manager.from_queryset(SeatQuerySet)()

    panels = [
        FieldRowPanel([PageChooserPanel("partner"), FieldPanel("sort_order")]),
        InlinePanel(
            "terms",
            heading=_("Terms of office"),
            label=_("term of office"),
            help_text=_("Two terms of a seat must not overlap. Leave the holder empty when nobody is on record."),
        ),
        PublishingPanel(),
    ]
    base_form_class = SeatForm
    governs = True

    class Meta:
        verbose_name = _("seat on the Steering Committee")
        verbose_name_plural = _("seats on the Steering Committee")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return str(self.partner)

    @staticmethod
    def listed():
        """Return the published seats of published partners in order, each partner with the page to show; see `memo`."""
        return _listed(get_language())

    @property
    def anchor(self):
        """The id of its row on the committee's page: “seat-cen”."""
        return f"seat-{self.partner.slug}"

    @property
    def term_now(self):
        """The holder's term on the day that the page speaks of, or None; an alternate's does not count."""
        return holding_on(today(), (term for term in self.terms.all() if not term.alternate))

    @property
    def holder_today(self):
        """The holder as the admin's list names them."""
        if not self.term_now:
            return _("no holder recorded")
        return self.term_now.holder or _("vacant")

    @property
    def state(self):
        """The SeatState on the day that the page speaks of."""
        if not self.term_now:
            return SeatState.UNKNOWN
        if not self.term_now.holder:
            return SeatState.VACANT
        return SeatState.NAMED if self.term_now.holder.may_be_named else SeatState.UNPUBLISHED

    @property
    def terms_so_far(self):
        """The terms that have begun, newest first."""
        begun = [term for term in self.terms.all() if not term.starts or term.starts.earliest <= today()]
        return sorted(begun, key=lambda term: term.starts.earliest if term.starts else date.min, reverse=True)

    @property
    def now_is_sample(self):
        """Whether what is shown of the seat today is made up."""
        return self.term_now is not None and self.term_now.shows_sample


@once_per_generation
def _listed(language):
    seats = tuple(Seat.objects.for_listing())
    prefetch_portraits(term.holder for seat in seats for term in seat.terms.all())
    shown_to_reader((seat.partner for seat in seats), language)
    return seats
