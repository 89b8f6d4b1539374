"""Two versions are compared in words, whatever changed: an editor reads no value as the database keeps it."""

import re
from datetime import date, timedelta
from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.db import connection, models
from django.db.models import ForeignKey
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.admin.panels import FieldPanel, InlinePanel, get_edit_handler
from wagtail.blocks import BooleanBlock, ChoiceBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.field_block import ChooserBlock
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Revision
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from governance.models import Decision
from partners.models import PartnerPage
from phases.models import Participation, PhasePage
from sesec_portal.core.grid_block import GridBlock
from sesec_portal.core.records import Record
from sesec_portal.edtf.fields import EdtfField
from sesec_portal.home.models import StandardPage
from sesec_portal.moments.fields import MomentField
from sesec_portal.sources.models import Source
from tests.pages import OWN_PAGES
from tests.reading import words

KINDS = [*OWN_PAGES, *(model for model in get_snippet_models() if issubclass(model, Record))]
# How values are kept that nobody should have to read.
RAW = re.compile(
    r"\b[12][0-9]{3}-[0-9X]{2}|[0-9]X\b|\b(True|False|None)\b|<|linktype|embed|\{|\[|T[0-9]{2}:|\+[0-9]{2}:[0-9]{2}"
)
DATES = {1: ("2018-04-XX", "April 2018 (day not recorded)"), 2: ("2021-21~", "about spring 2021")}
MOMENTS = {1: "2026-11-24T17:00+08:00[Asia/Shanghai]", 2: "2026-12-01T09:00+01:00[Europe/Brussels]"}


@pytest.fixture
def chosen(sample):
    """What versions name: two things of each model, the first and the second."""
    things = {}
    for name in ("One", "Two"):
        get_document_model().objects.create(title=f"Paper {name}", file="paper.pdf")
        get_image_model().objects.create(
            title=f"Picture {name}", description="What it shows", file=get_test_image_file(f"{name}.png")
        )

    def pick(model, turn):
        if model not in things:
            all_of_it = model._default_manager.order_by("-pk")
            things[model] = list((all_of_it.originals() if issubclass(model, Page) else all_of_it)[:2])
        return things[model][turn - 1]

    return pick


def in_block(block, turn, chosen):
    """Return a value of a block, another at each turn, as its JSON has it."""
    of = partial(in_block, turn=turn, chosen=chosen)
    match block:
        case ImageBlock():
            picture = chosen(get_image_model(), turn)
            return {"image": picture.pk, "alt_text": f"Seen {turn}", "decorative": False}
        case GridBlock():
            cells = [[f"<p>cell {turn}</p>", "<p>same</p>"], [f"<p>figure {turn}</p>", "<p>kept</p>"]]
            return {
                "columns": [{"type": "cell", "heading": "Year"}, {"type": "cell", "heading": f"Sum {turn}"}],
                "rows": [{"values": row} for row in cells],
                "caption": "",
            }
        case StructBlock():
            return {name: of(child) for name, child in block.child_blocks.items()} | (
                {"date": DATES[turn][0]} if "fact" in block.child_blocks else {}
            )
        case ListBlock():
            return [{"type": "item", "id": f"item-{place}", "value": of(block.child_block)} for place in range(2)]
        case StreamBlock():
            children = block.child_blocks.items()
            return [{"type": name, "id": f"block-{name}", "value": of(child)} for name, child in children]
        case RichTextBlock():
            return rich_text(turn, chosen)
        case ChoiceBlock():
            return [value for value, _label in block.field.choices if value][turn - 1]
        case BooleanBlock():
            return turn == 2
        case ChooserBlock():
            return chosen(block.model_class, turn).pk
        case _:
            return f"Words number {turn}"


def rich_text(turn, chosen):
    page = chosen(PartnerPage, turn)
    fact = '<a linktype="fact" fact="phase">the present phase</a>'
    return f'<p>It says {turn} of <a linktype="page" id="{page.pk}">them</a> and {fact}.</p><ul><li>a point</li></ul>'


IN_FIELDS = {
    EdtfField: lambda field, turn, chosen: DATES[turn][0],
    MomentField: lambda field, turn, chosen: MOMENTS[turn],
    StreamField: lambda field, turn, chosen: field.to_python(in_block(field.stream_block, turn, chosen)),
    RichTextField: lambda field, turn, chosen: rich_text(turn, chosen),
    models.BooleanField: lambda field, turn, chosen: turn == 2,
    models.DateTimeField: lambda field, turn, chosen: timezone.now() + timedelta(days=turn),
    models.DateField: lambda field, turn, chosen: date(2020, turn, 1),
    models.IntegerField: lambda field, turn, chosen: 700 + turn,
    ForeignKey: lambda field, turn, chosen: chosen(field.related_model, turn),
    models.URLField: lambda field, turn, chosen: f"https://example.org/{turn}",
    models.SlugField: lambda field, turn, chosen: f"slug-{turn}",
    models.Field: lambda field, turn, chosen: f"Words number {turn}",
}


def in_field(field, turn, chosen):
    """Return a value of a field, another at each turn."""
    if field.choices:
        return [value for value, _label in field.flatchoices if value][turn - 1]
    return next(value(field, turn, chosen) for kind, value in IN_FIELDS.items() if isinstance(field, kind))


def panels_in(panel):
    """Yield the panels of fields and of lists in a form."""
    if isinstance(panel, FieldPanel | InlinePanel):
        yield panel
        return
    for child in getattr(panel, "children", []):
        yield from panels_in(child)


def form_of(kind):
    return kind.get_edit_handler() if issubclass(kind, Page) else get_edit_handler(kind)


def version(thing, turn, chosen):
    """Make a version of a thing in which everything in its form is that of a turn."""
    for panel in panels_in(form_of(type(thing))):
        if isinstance(panel, FieldPanel):
            setattr(thing, panel.field_name, in_field(panel.db_field, turn, chosen))
            continue
        row = panel.db_field.related_model(pk=900)
        for child in panels_in(panel.child_edit_handler):
            setattr(row, child.field_name, in_field(child.db_field, turn, chosen))
        setattr(thing, panel.relation_name, [row])
    return thing.save_revision(clean=False)


def compare(client, thing, *versions):
    """Return what the comparison of two versions says of each field: the cell, by its label."""
    name = "wagtailadmin_pages:revisions_compare"
    if not isinstance(thing, Page):
        name = type(thing).snippet_viewset.get_url_name("revisions_compare")
    answer = client.get(reverse(name, args=[thing.pk, *versions]))
    assert answer.status_code == 200
    rows = BeautifulSoup(answer.content, "html.parser").select("table.listing > tbody > tr")
    return [(words(row.td), row.select_one("td.comparison")) for row in rows]


def link_in_header(client, address, label):
    """Return the link with a label in the header of a view."""
    header = BeautifulSoup(client.get(address).content, "html.parser").header
    return next((link for link in header.find_all("a") if words(link) == label), None)


def two_versions(kind, chosen):
    thing = kind._default_manager.order_by("pk").first()
    return thing, version(thing, 1, chosen).pk, version(thing, 2, chosen).pk


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_whatever_has_changed_is_told_in_words(client, chosen, log_in, kind):
    log_in("Administrators")
    thing, *versions = two_versions(kind, chosen)

    told = compare(client, thing, *versions)

    assert len(told) == len(list(panels_in(form_of(kind))))
    for label, cell in told:
        said = words(cell)
        assert not RAW.search(re.sub(r"https://\S+", "", said)), f"{label} {said}"
        assert cell.find("ins"), label
        assert cell.find("del"), label
        assert not cell.select("embed, a, [linktype]")
    for field in [panel.db_field for panel in panels_in(form_of(kind)) if isinstance(panel, FieldPanel)]:
        if isinstance(field, ForeignKey):
            assert all(str(chosen(field.related_model, turn)) in str(told) for turn in (1, 2))


def test_an_editor_of_chinese_reads_it_in_chinese(client, chosen, log_in):
    editor = log_in("Administrators")
    UserProfile.objects.create(user=editor, preferred_language="zh-hans")
    thing, *versions = two_versions(PhasePage, chosen)

    said = " ".join(words(cell) for _label, cell in compare(client, thing, *versions))

    assert "2018年4月" in said
    with translation.override("zh-hans"):
        assert "本阶段" in said or "现阶段" in said or "当前阶段" in said


def test_a_change_in_a_long_text_is_marked_by_the_word_and_in_chinese_by_the_character(client, home, log_in):
    log_in("Publishers")
    page = StandardPage.objects.originals().first()
    page.summary = "The committee meets in Brussels. 委员会在北京开会。"
    first = page.save_revision()
    page.summary = "The committee meets in Beijing. 委员会在上海开会。"
    page.save_revision()

    ((_label, cell),) = compare(client, page, first.pk, "latest")

    assert [mark.text for mark in cell.find_all("del")] == ["Brussels", "北京"]
    assert [mark.text for mark in cell.find_all("ins")] == ["Beijing", "上海"]


def test_blocks_and_rows_that_are_the_same_are_counted_and_not_shown(client, chosen, log_in):
    log_in("Administrators")
    phase = PhasePage.objects.get(number=3)
    first = version(phase, 1, chosen)
    phase = phase.get_latest_revision_as_object()
    body = phase.body.raw_data
    body[0]["value"] = "Another heading altogether"
    del body[3]
    phase.body.append(("heading", "Put in at the end"))
    phase.save_revision(clean=False)

    ((_label, cell),) = compare(client, phase, first.pk, "latest")

    said = words(cell)
    assert "Another heading altogether" in said
    assert words(cell.select_one(".deletion strong")) == "Picture"
    assert "Put in at the end" in words(cell.select_one(".addition"))
    assert "… 2 unchanged" in said
    assert "… 5 unchanged" in said
    assert "Quotation" not in said


def test_a_text_that_was_saved_in_the_editor_for_the_first_time_is_the_same(client, home, log_in):
    log_in("Publishers")
    page = StandardPage.objects.originals().first()
    page.body = [("text", "<p>It <b>flies</b>.</p>")]
    first = page.save_revision()
    page.body[0].value.source = '<p data-block-key="a1b2c">It <b>flies</b>.</p>'
    page.save_revision()
    again = page.body[0].value.source.replace("b>", "i>")
    page.body[0].value.source = again
    last = page.save_revision()

    assert [cell for _label, cell in compare(client, page, first.pk, last.get_previous().pk) if cell] == []
    assert "Only the form of the text was changed." in words(compare(client, page, first.pk, last.pk)[0][1])


def test_a_draft_leads_to_what_readers_see_by_one_click_and_to_the_version_before(client, phase_four, log_in):
    log_in("Editors")
    form = reverse("wagtailadmin_pages:edit", args=[phase_four.pk])
    assert not link_in_header(client, form, "Compare with the live version")
    phase_four.summary = "Drafted"
    phase_four.save_revision()

    live = link_in_header(client, form, "Compare with the live version")
    before = link_in_header(client, form, "Compare with the version before")

    assert not live.find_parent(attrs={"data-controller": "w-dropdown"})
    for link in (live, before):
        answer = client.get(link["href"]).content.decode()
        assert "<ins>Drafted</ins>" in answer
    assert "live" not in before["href"]


def test_so_does_an_entry_of_a_register(client, sample, log_in):
    log_in("Editors")
    decision = Decision.objects.first()
    decision.wording = "Drafted"
    decision.save_revision()

    form = reverse("wagtailsnippets_governance_decision:edit", args=[decision.pk])
    links = [link_in_header(client, form, f"Compare with the {one}") for one in ("live version", "version before")]

    assert all("<ins>Drafted</ins>" in client.get(link["href"]).content.decode() for link in links)


def test_any_two_versions_are_chosen_from_a_list_that_says_when_and_by_whom(client, phase_four, log_in):
    editor = log_in("Editors")
    for number in range(3):
        phase_four.summary = f"Draft {number}"
        phase_four.save_revision(user=editor)
    history = reverse("wagtailadmin_pages:history", args=[phase_four.pk])
    link = link_in_header(client, history, "Compare two versions")

    form = BeautifulSoup(client.get(link["href"]).content, "html.parser").select_one("form.compare-choice")
    options = form.select("[name=latter] option")
    assert options[0]["value"] == "live"
    assert options[1].has_attr("selected")
    assert words(options[1]).endswith("editors (latest)")
    chosen = {"former": options[3]["value"], "latter": options[2]["value"]}
    answer = client.get(link["href"], chosen, follow=True)

    assert answer.status_code == 200
    assert "Draft <del>0</del> <ins>1</ins>" in answer.content.decode()
    assert client.get(link["href"], {"former": "../x", "latter": "1"}).status_code == 404


def test_of_what_is_live_as_it_is_the_two_last_versions_are_compared_first(client, phase_four, log_in):
    log_in("Editors")
    phase_four.summary = "Never told before"
    phase_four.save_revision().publish()
    history = reverse("wagtailadmin_pages:history", args=[phase_four.pk])
    link = link_in_header(client, history, "Compare two versions")

    assert "<ins>Never told before</ins>" in client.get(link["href"]).content.decode()


def test_the_words_cost_as_many_questions_for_fifty_rows_as_for_two(client, chosen, log_in):
    log_in("Administrators")
    asked = {}
    # The first time, what is kept for all is asked for.
    for number in (1, 2, 50):
        phase = PhasePage.objects.get(number=3)
        for turn in (1, 2):
            fields = {"role": "member", "partner": chosen(PartnerPage, turn), "cited": chosen(Source, turn)}
            rows = [Participation(pk=900 + place, starts=DATES[turn][0], **fields) for place in range(number)]
            phase.participations = rows
            phase.save_revision(clean=False)
        latest = list(phase.revisions.order_by("-pk").values_list("pk", flat=True)[:2])
        with CaptureQueriesContext(connection) as reading:
            [Revision.objects.get(pk=pk).as_object() for pk in latest]
        with CaptureQueriesContext(connection) as queries:
            compare(client, phase, latest[1], latest[0])
        # Each version asks for each of its keys whether that is still there, wherever it is read.
        asked[number] = len(queries) - len(reading)

    assert asked[2] == asked[50]
