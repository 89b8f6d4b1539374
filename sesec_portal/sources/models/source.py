"""Where facts come from: each page, letter, release or newsletter once."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import PreviewableMixin
from wagtail.search import index

from sesec_portal.core.records import Record
from sesec_portal.edtf import clock
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.records import bilingual
from sesec_portal.sources.own_addresses import is_own

from .queries import SourceQuerySet

_ADDRESS = r"^https?://"


def _is_address(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"source_{field}_is_an_address",
        condition=models.Q(**{field: ""}) | models.Q(**{f"{field}__regex": _ADDRESS}),
        violation_error_message=_("Type the address with https:// at its beginning."),
        violation_error_code=field,
    )


class Source(ConstraintsBesideFields, PreviewableMixin, Record, index.Indexed):
    """A page, a letter, a release, a newsletter: something that says what the portal records."""

    class Kind(models.TextChoices):
        PROJECT_III = "project-iii", _("the project’s site in phase III")
        PROJECT_IV = "project-iv", _("the project’s site in phase IV")
        FORMER = "former-site", _("the project’s former site")
        PARTNER = "partner", _("a partner")
        OFFICIAL = "official", _("a public authority")
        PRESS = "press", _("press")
        OTHER = "other", _("other")

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        CHINESE = "zh", _("Chinese")
        FRENCH = "fr", _("French")
        GERMAN = "de", _("German")
        OTHER = "", _("another, or not known")

    title = models.CharField(
        _("title"), max_length=255, help_text=_("Its own title, in English, or a description: “Letter of 3 May 2020”.")
    )
    title_zh = models.CharField(
        _("title in Chinese"), max_length=255, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    publisher = models.CharField(
        _("publisher"), max_length=160, blank=True, help_text=_("Who wrote or published it, if the title does not say.")
    )
    publisher_zh = models.CharField(
        _("publisher in Chinese"), max_length=160, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        default=Kind.OTHER,
        help_text=_("What kind of publisher the source comes from."),
    )
    language = models.CharField(
        _("language of the source"),
        max_length=10,
        choices=Language,
        default=Language.ENGLISH,
        blank=True,
        help_text=_("The language of the source."),
    )
    published_earliest, published_latest = bound(), bound()
    published = EdtfField(
        _("date of publication"),
        earliest_field="published_earliest",
        latest_field="published_latest",
        blank=True,
        help_text=EDTF_HELP,
    )
    url = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("The web address, starting with https://. Keep it even if the page no longer opens."),
    )
    seen_on = models.DateField(
        _("seen on"),
        null=True,
        blank=True,
        help_text=_("The last day on which somebody read the source at this address."),
    )
    gone_since = models.DateField(
        _("no longer answers since"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody found that the address no longer opens. The portal does not check it."),
    )
    archive_url = models.URLField(
        _("archived address"),
        max_length=500,
        blank=True,
        help_text=_(
            "A copy in a web archive. Readers get this link if the address no longer opens or belonged to this portal."
        ),
    )
    sample = models.BooleanField(
        _("sample"),
        default=False,
        help_text=_("Tick it for a made-up entry that only shows how the register works. Pages that show it say so."),
    )

    # What a source says does not change; whether its address still answers is another question.
    falls_due = False

    objects = models.Manager.from_queryset(SourceQuerySet)()

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("title_zh"),
        index.SearchField("publisher"),
        index.SearchField("url"),
    ]

    panels = [
        FieldRowPanel([FieldPanel("title", required_on_save=True), FieldPanel("title_zh")]),
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("publisher_zh")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language"), FieldPanel("published")]),
        MultiFieldPanel(
            [
                FieldPanel("url"),
                FieldRowPanel([FieldPanel("seen_on"), FieldPanel("gone_since")]),
                FieldPanel("archive_url"),
            ],
            heading=_("Where it can be read"),
        ),
        HelpPanel(template="sources/admin/cited_by.html", heading=_("Where it is cited")),
        FieldPanel("sample"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "pk"]
        constraints = [_is_address("url"), _is_address("archive_url")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        # Before an @ stands a name, which looks like the host: https://www.cen.eu@example.org leads to example.org.
        today = clock.today()
        if self.seen_on and self.seen_on > today:
            raise ValidationError({"seen_on": _("This day has not come yet.")})
        if self.gone_since and self.seen_on and self.gone_since < self.seen_on:
            raise ValidationError({"gone_since": _("Somebody has seen it there since: see “seen on”.")})
        named = [field for field in ("url", "archive_url") if "@" in urlsplit(getattr(self, field)).netloc]
        if named:
            raise ValidationError(dict.fromkeys(named, _("Type the address without a user name before its host.")))

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "sources/preview.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict[str, object]:
        """Return the source as a page's note will print it."""
        return {**super().get_preview_context(request, mode_name), "source": self}

    @property
    def shown_title(self) -> str:
        """The title in the reader's language."""
        return bilingual(self, "title")

    @property
    def has_moved_here(self) -> bool:
        """Whether its address is, or was, this portal's own, where something else stands by now."""
        return is_own(self.url)

    @property
    def link(self) -> str:
        """The address to follow: the archived one where the other is dead or this portal's own; empty for none."""
        dead = bool(self.gone_since) or self.has_moved_here
        return self.archive_url if dead else self.url or self.archive_url
