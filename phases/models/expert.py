"""The expert: who it is, what the record says of them, what to ask and how."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners.models import Person, prefetch_portraits
from phases.structured_data import profile
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.sources import any_sample
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation

from .participation import TeamMember
from .phase import PhasePage
from .tenure import Expert


class ExpertPage(BasePage):
    """The page of one expert. It names the person while they agree to it; its own title never does."""

    person = models.ForeignKey(
        "partners.Person",
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Kept under “People”; named in public only with consent."),
    )
    questions = RichTextField(
        _("what to ask"), features=LISTS, blank=True, help_text=_("The subjects on which the expert can be asked.")
    )
    body = body_field(_("more about the work"))

    search_fields = [*BasePage.search_fields, index.SearchField("questions"), index.SearchField("body")]

    content_panels = [
        HelpPanel(
            _(
                "The name, the portrait, the career and the phases come from “People” and from the phases. Type no "
                "name into the title, the summary or the text: the portal shows it only while the person agrees."
            )
        ),
        *BasePage.content_panels,
        FieldPanel("person"),
        FieldPanel("questions"),
        FieldPanel("body"),
    ]

    parent_page_types = ["home.HomePage"]
    query_budget = (6, 8)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("questions"), TranslatableField("body")]

    search_type, search_order = "expert", 25

    class Meta:
        verbose_name = _("expert")
        verbose_name_plural = _("experts")

    @staticmethod
    def by_person():
        """Return the published pages by the key of their person, each with the page to show to the reader."""
        return _by_person(get_language())

    def get_context(self, request, *args, **kwargs):
        person = self.known_person
        prefetch_portraits([person])
        career, offices = person.published_career, self.offices if person.may_be_named else []
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": person.may_be_named and any_sample([person], career, (office for _, office in offices)),
            "person": person,
            "career": career,
            "offices": offices,
            "phases_served": list(dict.fromkeys(phase for phase, _office in offices)),
            "expert": next((one for one in Expert.listed() if one.person == person), None),
        }

    def structured_data(self, context):
        person = context["person"]
        return [profile(self, person, context["offices"])] if self._is_profile else []

    def shown_text(self):
        """What is printed, the name and the career among it while they are public."""
        person = self.known_person
        steps = [bilingual(step, field) for step in person.published_career for field in ("position", "place")]
        return [text for text in (person.published_name, person.published_biography, *steps) if text] + (
            super().shown_text()
        )

    @property
    def web_page_type(self):
        """A profile is one of somebody."""
        return "ProfilePage" if self._is_profile else super().web_page_type

    @property
    def known_person(self):
        """The person whom the original page is about; nobody in particular in a preview that has none yet."""
        return self.original.person if self.original.person_id else Person()

    @property
    def offices(self):
        """The phases in whose teams the person stands, by date, each with the TeamMember: a list of pairs."""
        phases = PhasePage.listed()
        held = TeamMember.objects.filter(person=self.original.person_id, phase__in=[phase.pk for phase in phases])
        by_phase = {}
        for office in held:
            by_phase.setdefault(office.phase_id, []).append(office)
        return [(phase, office) for phase in phases for office in by_phase.get(phase.pk, ())]

    @property
    def _is_profile(self):
        return self.known_person.may_be_named and not self.known_person.sample


@once_per_generation
def _by_person(language):
    pages = shown_to_reader(ExpertPage.objects.for_listing(), language)
    return {page.person_id: page for page in pages}
