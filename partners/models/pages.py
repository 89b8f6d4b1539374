"""The organisations that carry the project."""

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners import structured_data
from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets, PageFacet
from sesec_portal.core.forms import PageForm
from sesec_portal.core.pages import BasePage
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import any_sample
from sesec_portal.edtf.clock import today
from sesec_portal.edtf.forms import NoOverlapForm
from sesec_portal.edtf.periods import holding_on
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation


class PartnerForm(NoOverlapForm, PageForm):
    """Refuses names that overlap."""

    no_overlap = {"names": []}


class PartnerPage(BasePage):
    """One partner: what it is, where it sits, what it has been called."""

    class Kind(models.TextChoices):
        STANDARDS_BODY = "eso", _("European Standardization Organization")
        EU_INSTITUTION = "eu", _("EU institution")
        INTERGOVERNMENTAL = "igo", _("intergovernmental organisation")
        OTHER = "other", _("other organisation")

    acronym = models.CharField(
        _("acronym"), max_length=20, help_text=_("Short name used in tables and drawings: CENELEC.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, help_text=_("What sort of organisation it is."))
    seat = models.CharField(_("seat"), max_length=80, blank=True, help_text=_("The city it works from."))
    seat_zh = models.CharField(_("seat in Chinese"), max_length=80, blank=True, help_text=_("The city’s Chinese name."))
    country = CountryField(verbose_name=_("country"), blank=True, help_text=_("The country of that city."))
    website = models.URLField(_("website"), blank=True, help_text=_("The web address, starting with https://."))
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only with the partner's permission. Without one, the acronym is set in letters."),
    )
    body = body_field()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("acronym", boost=2),
        index.SearchField("names_ever", boost=2),
        index.SearchField("body"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("acronym"), FieldPanel("kind")]),
        InlinePanel(
            "names",
            heading=_("Full names over time"),
            label=_("name"),
            min_num=1,
            help_text=_("One row for each name. The portal shows the name in use on the day in question."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("seat"), FieldPanel("seat_zh")]), FieldPanel("country"), FieldPanel("website")],
            heading=_("Where it is"),
        ),
        FieldPanel("logo"),
        FieldPanel("body"),
    ]
    base_form_class = PartnerForm

    parent_page_types = ["partners.PartnerIndexPage"]
    query_budget = (4, 5)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    search_type, search_order, search_counts_all = "partner", 30, True
    facet = PageFacet("partner", _("Partner"), words="acronym", order="acronym", column="partners")

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.CheckConstraint(
                name="partner_website_is_an_address",
                condition=models.Q(website="") | models.Q(website__regex=r"^https?://"),
                violation_error_message=_("Type the address with https:// at its beginning."),
            )
        ]

    @staticmethod
    def listed():
        """Return the published partners with their names, each with the page to show to the reader; see `memo`."""
        return _listed(get_language())

    @staticmethod
    def by_key():
        """Return the same partners as a dict by primary key."""
        return {partner.pk: partner for partner in PartnerPage.listed()}

    def get_context(self, request, *args, **kwargs):
        partner = self.original
        partner.prefetch("names")
        context = super().get_context(request, *args, **kwargs)
        return {**context, "shows_sample": any_sample(partner.names.all()), "partner": partner}

    def structured_data(self, context):
        return [structured_data.organization(context["partner"])]

    def share_card(self):
        return Card(self.title, _("Partner"), capfirst(self.original.get_kind_display()))

    def facets(self):
        return Facets({"partner": {self.original.pk}})

    def other_titles(self):
        return self.names_ever

    def name_on(self, day):
        """Return the PartnerName that held on that day, or None; of two that may have held, the later one."""
        return holding_on(day, self.names.all())

    @property
    def name_now(self):
        """The PartnerName that holds today, or None."""
        return self.name_on(today())

    @property
    def full_name(self):
        """The full name today, in the reader's language."""
        return bilingual(self.name_now, "name") if self.name_now else self.title

    @property
    def based_in(self):
        """The city and the country that it works from, in the reader's language; an empty text for neither."""
        city, country = bilingual(self, "seat"), self.country.name
        if city and country:
            return gettext("%(city)s, %(country)s") % {"city": city, "country": country}
        return city or country

    @property
    def acronym_then(self):
        """The acronym on the day that the page speaks of."""
        return (self.name_now and self.name_now.acronym) or self.acronym

    @property
    def name_is_sample(self):
        """Whether the full name today is made up."""
        return any_sample([self.name_now])

    @property
    def names_ever(self):
        """All names and acronyms the organisation has had, in both languages, for the search index."""
        names = self.original.names.all()
        return [words for name in names for words in (name.name, name.name_zh, name.acronym) if words]


@once_per_generation
def _listed(language):
    return tuple(shown_to_reader(PartnerPage.objects.for_listing().prefetch_related("names"), language))
