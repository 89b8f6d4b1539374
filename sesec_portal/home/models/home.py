"""The front page."""

from django.db import models
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance.models import PriorityRevisionPage, Seat
from governance.org_chart import OrgChart
from partners.models import PartnerPage
from partners.structured_data import members
from phases.models import Activity, Expert, PhasePage
from phases.status import Status
from phases.structured_data import leadership, outlines
from phases.timeline import Timeline
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import any_sample
from sesec_portal.core.structured_data import Node, project
from sesec_portal.edtf.clock import today
from sesec_portal.home.dated import Dated

from .reached import contact
from .standard import StandardPage


class HomePage(BasePage):
    """The project's front page: what SESEC is and why, where it stands, who carries it and who decides."""

    full_name = models.CharField(
        _("full name"), max_length=160, help_text=_("The project's name in full, printed under its short name.")
    )
    objectives = RichTextField(
        _("what the project does"),
        features=LISTS,
        blank=True,
        help_text=_("Its general objective, and its working objectives as a list."),
    )
    why = body_field(_("why it exists"))
    who_decides = RichTextField(
        _("who decides"),
        features=LISTS,
        blank=True,
        help_text=_("Describe the committee and the project leader in a few sentences."),
    )
    expert = RichTextField(
        _("what the expert does"),
        features=LISTS,
        blank=True,
        help_text=_("Describe the work, not the person. The name comes from the phases."),
    )

    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(field) for field in ("full_name", "objectives", "why", "who_decides", "expert")),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("full_name"),
        HelpPanel(
            _("The portal adds the phase now, what closes and happens next, the news, the timeline and the partners.")
        ),
        MultiFieldPanel([FieldPanel("objectives"), FieldPanel("why")], heading=_("What and why")),
        MultiFieldPanel([FieldPanel("who_decides"), FieldPanel("expert")], heading=_("Who")),
    ]

    parent_page_types = ["wagtailcore.Page"]
    query_budget = (3, 3)

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("full_name", "objectives", "why", "who_decides", "expert")),
    ]

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        dated, activities = Dated.now(), Activity.listed()
        phases, partners, seats, experts = PhasePage.listed(), PartnerPage.listed(), Seat.listed(), Expert.listed()
        leaders = PartnerPage.by_key()
        priorities = PriorityRevisionPage.in_force()
        begun = [phase for phase in phases if phase.status is not Status.PLANNED]
        leading = next((phase for phase in reversed(begun) if phase.leader_id in leaders), None)
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any(seat.now_is_sample for seat in seats)
            or any(partner.name_is_sample for partner in partners)
            or any_sample([priorities], dated.shown, (expert.person for expert in experts))
            or any_sample(*(expert.offices for expert in experts)),
            "phases": phases,
            "running": [phase for phase in phases if phase.is_running],
            "first_dated": next((phase for phase in begun if phase.starts), None),
            "last_dated": next((phase for phase in reversed(begun) if phase.starts), None),
            "planned": [phase for phase in phases if phase.status is Status.PLANNED],
            "undated": [phase for phase in phases if not (phase.starts or phase.is_running)],
            "timeline": Timeline.of(phases, today(), activities),
            "last_activity": activities[-1] if activities else None,
            "partners": partners,
            "seats": seats,
            "authority": OrgChart.of(partners, seats),
            "leading": leading,
            "leader": leading and leaders[leading.leader_id],
            "experts": experts,
            "priorities": priorities,
            "doors": StandardPage.doors(),
            "dated": dated,
        }

    def structured_data(self, context: Context) -> list[Node]:
        leading = [leadership(context["leading"], context["leader"])] if context["leading"] else []
        carriers = [*members(context["partners"]), *leading]
        known = {"member": carriers, "subOrganization": outlines(context["phases"]), **contact().structured_data()}
        return [project(description=self.summary, **known)]

    def share_card(self) -> Card:
        return Card(self.full_name)
