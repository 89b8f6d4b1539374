"""Where a fact comes from, what other sources say, and whether they agree."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import get_page_models
from wagtail.snippets.blocks import SnippetChooserBlock

from sesec_portal.edtf.dates import parse

from .disagreements import Disagreement, Said, disagreements
from .panels import FoldedPanel

# The model that stands above, in an app of its own.
SOURCE = "sources.Source"
SOURCE_NAME = _("source")
# What the release before reads, and no form shows any more: the fields of these names go with the next release.
FORMER_TEXTS = (
    *("source", "source_url", "due_source", "due_source_url"),
    *("new_status_source", "new_status_source_url"),
)

FACTS = {
    "starts": _("start"),
    "ends": _("end"),
    "held": _("date of the meeting"),
    "adopted": _("date of adoption"),
    "decided": _("date of the decision"),
}


def source_key(verbose_name: Any = SOURCE_NAME) -> models.ForeignKey:  # noqa: ANN401  a text, perhaps translated later
    """Return the key by which a fact names its source, which cannot be deleted while it does."""
    return models.ForeignKey(
        SOURCE,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Who says so. Choose it from the register, or add it there."),
    )


def place_in_source(*, editable: bool = True) -> models.CharField:
    """Return the field that tells where in a source a fact stands. `editable`: whether a form shows it."""
    return models.CharField(
        _("where in it"),
        max_length=120,
        blank=True,
        editable=editable,
        help_text=_("The page or chapter, if the source is long: “page 3”."),
    )


def _readable(text: str) -> None:
    """Raise ValidationError, with the sentence that tells what to type, for a text that is no date."""
    try:
        parse(text)
    except ValueError as error:
        raise ValidationError(error.args[0]) from error


class OtherStatementBlock(blocks.StructBlock):
    """What another source says of one of the dates."""

    fact = blocks.ChoiceBlock(label=_("About the"), choices=list(FACTS.items()))
    date = blocks.CharBlock(label=_("Date it gives"), max_length=40, validators=[_readable])
    cited = SnippetChooserBlock(SOURCE, label=_("Source"))
    cited_at = blocks.CharBlock(label=_("Where in it"), required=False, max_length=120)

    class Meta:
        icon = "doc-full-inverse"
        label = _("another source")


class OtherStatementsBlock(blocks.StreamBlock):
    """What other sources say."""

    statement = OtherStatementBlock()


def fetch_sources(records: Iterable[Any], *keys: str) -> None:
    """Fetch the Sources that records name, by one query. `keys`: by which keys they do, `cited` where none is given."""
    prefetch_related_objects([record for record in records if record], *(keys or ("cited",)))


def any_sample(*shown: Iterable[object]) -> bool:
    """Tell whether a page shows a made-up entry: whether any record in these lists is a sample."""
    return any(getattr(record, "sample", False) for records in shown for record in records if record)


def made_up() -> models.Q:
    """Return the condition that holds for a page, of whatever type, that is a sample in any language."""
    kinds = [model for model in get_page_models() if issubclass(model, Sourced)]
    keys = [model.objects.filter(sample=True).values("translation_key") for model in kinds]
    return reduce(or_, (models.Q(translation_key__in=of_one_kind) for of_one_kind in keys))


class Sourced(models.Model):
    """Anything recorded from a source, perhaps with other sources that differ, perhaps as a sample."""

    cited = source_key()
    cited_at = place_in_source()
    # FORMER_TEXTS.
    source = models.CharField(max_length=255, blank=True, editable=False)
    source_url = models.URLField(max_length=500, blank=True, editable=False)
    source_seen_on = models.DateField(null=True, blank=True, editable=False)
    other_statements = StreamField(
        OtherStatementsBlock(),
        blank=True,
        verbose_name=_("what other sources say"),
        help_text=_("Where their dates and the one above cannot both be true, the page prints “sources disagree”."),
    )
    sample = models.BooleanField(
        _("sample"),
        default=False,
        help_text=_("Tick it for a made-up entry that only shows how the register works. Pages that show it say so."),
    )

    source_panels = [
        FieldRowPanel([FieldPanel("cited"), FieldPanel("cited_at")]),
        FieldPanel("other_statements"),
        FieldPanel("sample"),
    ]
    folded_source = FoldedPanel(source_panels, heading=_("Source"))

    class Meta:
        abstract = True

    @cached_property
    def disagreements(self) -> list[Disagreement]:
        """The Disagreements on its dates."""
        # As they are stored: no Source has to be fetched for them.
        others = [block["value"] for block in self.other_statements.raw_data]
        said = [Said(one["fact"], parse(one["date"]), one.get("cited"), one.get("cited_at", "")) for one in others]
        return disagreements(self, said, FACTS)
