"""What every page of the portal has."""

from collections.abc import Iterable
from http import HTTPMethod
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.template import Context
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.approval.permissions import FourEyesPermissionTester
from sesec_portal.languages.pages import is_fallback, is_original, language_of, with_language
from sesec_portal.visibility.pages import public

from .facets import Facets, PageFacet
from .former_addresses import keep_former_addresses
from .forms import PageForm
from .reviewed import Reviewed
from .revisions import KeepsVersions
from .share_card import Card
from .structured_data import Node


class PortalPageQuerySet(PageQuerySet):
    """The questions the portal asks about any kind of page."""

    def originals(self) -> Self:
        """Return the pages in the first language, which hold the facts."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def for_listing(self) -> Self:
        """Return what a listing may show: published, public, in the first language, in the order of the tree."""
        listed = public(self).originals().order_by("path")
        return with_language(listed.defer_streamfields())


class BasePage(KeepsVersions, Page, Reviewed):
    """A page with a summary, a day of review, and one home for its facts."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_(
            "One or two sentences. Shown under the title, in lists, in search results and when the page is shared."
        ),
    )

    # Readers send nothing to a page.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    # Set by the routing of the request that this page answers; nobody else knows.
    is_open_to_all = False

    objects = PageManager.from_queryset(PortalPageQuerySet)()  # type: ignore[django-manager-missing]  # two abstract bases

    # Nobody has reviewed a copy; a translation has the review of its original.
    default_exclude_fields_in_copy = [*Page.default_exclude_fields_in_copy, "reviewed_on", "review_by"]

    base_form_class = PageForm

    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]

    content_panels = [*Page.content_panels, FieldPanel("summary")]

    translatable_fields = [
        TranslatableField(field) for field in ("title", "summary", "seo_title", "search_description")
    ]

    # The kind under which readers find it, in the words of its verbose names; its place among the kinds; and whether
    # there will always be so few that a search counts them all.
    search_type, search_order, search_counts_all = "page", 100, False
    # Whether what lies ahead is looked for more than what is over.
    search_prefers_ahead = False
    # Whether its drafts are shown to nobody without an account, by no link.
    drafts_stay_inside = False
    # What it is in the words of schema.org.
    web_page_type = "WebPage"
    # How many queries a page costs at most that is made anew: in the first language, and in another.
    query_budget = (8, 10)
    # The PageFacet by which readers find what is about a page of this type.
    facet: PageFacet | None = None

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: object, **kwargs: object) -> None:
        """Save the page; where that renames its address, the former one leads to it."""
        known = Page.objects.filter(pk=self.pk, live=True)
        renamed = known.exclude(slug=self.slug).values_list("url_path", flat=True)
        former = renamed.first()
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come
        if former and not renamed.exists():
            keep_former_addresses(self, former)

    @cached_property
    def original(self) -> Self:
        """The page in the first language, which holds the facts; the page itself where there is none."""
        if is_original(self):
            return self
        same = type(self).objects.originals().filter(translation_key=self.translation_key)
        return same.select_related("locale").first() or self

    def prefetch(self, *lookups: str | Prefetch) -> None:
        """Fetch what is kept beside this page; one that has never been saved, as in a preview, has it already."""
        if self.pk:
            prefetch_related_objects([self], *lookups)

    def permissions_for_user(self, user: AbstractBaseUser) -> FourEyesPermissionTester:
        """Return what somebody may do with this page."""
        return FourEyesPermissionTester(user, self)

    def get_view_restrictions(self) -> QuerySet:
        """Return what keeps readers from this page; asks nothing where its routing found it open to all."""
        return PageViewRestriction.objects.none() if self.is_open_to_all else super().get_view_restrictions()

    def structured_data(self, context: Context) -> list[Node]:
        """Return what the page is about in the words of schema.org, the main thing first, from its context."""
        return []

    def share_card(self) -> Card:
        """Return the Card of the page's share image: its title and, of some types, its kind and facts on record."""
        return Card(self.title)

    def facets(self) -> Facets:
        """Return the Facets by which readers can narrow a search to this page."""
        return Facets()

    def shown_text(self) -> list[str]:
        """Return, piece by piece, the text that this page prints below its title and summary, in its language."""
        own = {field.name for field in self._meta.get_fields()} - {"title", "summary"}
        values = [field.get_value(self) for field in self.get_searchable_search_fields() if field.field_name in own]
        return [str(piece) for value in values for piece in (value if isinstance(value, list) else [value]) if piece]

    def headings_in_text(self) -> list[str]:
        """Return the headings among the blocks of this page."""
        streams = [getattr(self, field.name) for field in self._meta.fields if isinstance(field, StreamField)]
        return [str(block.value) for stream in streams for block in stream if block.block_type == "heading"]

    def search_synonyms(self) -> list[str]:
        """Return words by which readers find this page though it does not print them."""
        return []

    def other_titles(self) -> list[str]:
        """Return other names of what this page is about: who searches for one finds it as by its title."""
        return []

    def years_to_ask_about(self) -> Iterable[int]:
        """Return the years of which it can be asked how things stood then."""
        return ()

    @property
    def language(self) -> str:
        return language_of(self)

    @property
    def is_fallback(self) -> bool:
        return is_fallback(self)


class KeptOnce(models.Model):
    """A page with fields that must not stand twice, so that only the page in the first language has them.

    Those that Wagtail leaves out of a copy, `exclude_fields_in_copy`; translations and fallback pages are copies too.
    """

    # What it has as a page.
    locale_id: int | None
    original: BasePage
    exclude_fields_in_copy: list[str]

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if self.locale_id and self.original is not self:
            for name in self.exclude_fields_in_copy:
                setattr(self, name, None)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come


class Numbered(KeptOnce):
    """A page with a number of its own among the pages of its type."""

    exclude_fields_in_copy = ["number"]

    number = models.PositiveSmallIntegerField(
        _("number"),
        unique=True,
        null=True,
        blank=True,
        help_text=_("In figures, counted from 1: 4 for SESEC IV, or for the fourth meeting."),
        error_messages={"unique": _("This number is taken.")},
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.number is None and self.original is self:
            raise ValidationError({"number": _("Type the number in figures.")})
