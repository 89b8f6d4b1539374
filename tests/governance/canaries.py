"""Marks loaded in every place that readers may not read."""

from datetime import timedelta
from itertools import count

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Decision, PriorityIndexPage, Seat, Sector, SteeringCommitteePage
from partners.models import PartnerPage, Person
from phases.models import PhasePage, TeamMember
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter import builders
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.sources.models import Source
from tests.pdfs import readable_pdf

PRIVATE = (PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS)
OPEN = {"An open wording", "An open summary", "公开摘要", "Open Person", "Open sector", "公开领域", "Open page below"}


class Marks(dict):
    """The marks: each an odd word, with the name of the place where it is loaded."""

    def word(self, place):
        """Return a new mark."""
        word = f"zz{len(self) + 1}internalmark"
        self[word] = place
        return word

    def text(self, place):
        """Return a new mark among words that a reader may search for."""
        return f"The standards committee, 标准化委员会, {self.word(place)}"

    def texts(self, place, *fields):
        """Return a text with a mark for each of these fields."""
        return {field: self.text(f"{place}: {field}") for field in fields}

    def address(self, place):
        return f"https://example.org/{self.word(place)}"

    def source(self, place):
        """Return a published source, marked."""
        words = {"title": self.text(place), "title_zh": self.text(f"{place}, in Chinese")}
        return Source.objects.create(**words, url=self.address(f"{place}: its address"))

    def statements(self, place, fact):
        """Return what another source says, marked."""
        another = self.source(f"{place}: another source")
        return [{"type": "statement", "value": {"fact": fact, "date": "2019-03", "cited": another.pk}}]

    def sourced(self, place, fact):
        return {
            "cited": self.source(f"{place}: source"),
            "cited_at": self.text(f"{place}: where in it"),
            "other_statements": self.statements(place, fact),
        }

    def log(self, place, why=None):
        why = why or self.text(f"{place}: why")
        return [{"status": "planned", "day": "2025-02-01", "why": why, "recorded_by": self.word(f"{place}: by whom")}]


def plant_marks():
    """Plant a mark in every internal place, and open words beside them; return the Marks."""
    marks = Marks()
    committee = SteeringCommitteePage.objects.originals().get()
    _decisions(marks, committee)
    _people(marks)
    _pages(marks)
    _documents(marks)
    _revisions(marks, _hidden_meeting(marks, committee))
    _drafts(marks)
    return marks


def _in_both_languages(page):
    """Let a page stand in the Chinese tree too, as the admin does with every new page."""
    create_aliases_for_new_page(page)
    return page


def _meeting(committee, **fields):
    page = builders.publish_meeting(committee, **fields, held="2025-02-01", locale=committee.locale)
    return _in_both_languages(page)


def _revision(index, **fields):
    return _in_both_languages(builders.publish_revision(index, **fields, locale=index.locale))


def _decisions(marks, committee):
    meeting = _meeting(committee, title="Open meeting", slug="open-meeting", number=1)
    owner = PartnerPage.objects.originals().get(slug="cen")
    where = {"meeting": meeting, "owner": owner, "decided": "2025-02-01", "due": "2025-05"}
    numbers, hidden_numbers = count(1), count(770001)
    for kind in ("decision", "measure"):
        place = f"internal {kind}"
        number = next(hidden_numbers)
        marks[str(number)] = f"{place}: number"
        builders.record_decision(
            number=number,
            kind=kind,
            disclosure="internal",
            **where,
            **marks.texts(place, "wording", "wording_zh", "summary", "summary_zh"),
            **marks.sourced(place, "decided"),
            log=marks.log(place),
        )
        place = f"summary {kind}"
        builders.record_decision(
            number=next(numbers),
            kind=kind,
            disclosure="summary",
            summary="An open summary",
            summary_zh="公开摘要",
            **where,
            **marks.texts(place, "wording", "wording_zh"),
            log=marks.log(place),
        )
    builders.record_decision(
        number=next(numbers), disclosure="public", wording="An open wording", **where, log=marks.log("public", why="So")
    )


def _drafts(marks):
    """Entries of registers that are only drafted, and the next version of one that is public."""
    published = Decision.objects.filter(disclosure="public").first()
    marks["770009"] = "drafted decision: number"
    builders.record_decision(
        number=770009,
        disclosure="public",
        live=False,
        decided="2025-02-01",
        **marks.texts("drafted decision", "wording", "wording_zh"),
        log=marks.log("drafted decision"),
    )
    for field, text in marks.texts(
        "next version of a decision", "wording", "wording_zh", "new_status_why", "new_status_why_zh"
    ).items():
        setattr(published, field, text)
    published.new_status, published.new_status_day = "done", "2025-03-01"
    published.save_revision()
    person = Person.objects.create(
        name=marks.word("drafted person"), consent="given", consent_source="A letter", live=False
    )
    builders.add_terms(Seat.objects.get(partner__slug="etsi"), [{"starts": "2019", "holder": person}])
    seat = Seat.objects.get(partner__slug="cenelec")
    seat.terms.add(seat.terms.model(starts="2019", **marks.sourced("drafted term", "starts")))
    seat.save_revision()


def _people(marks):
    """Somebody without consent in every office that the portal shows, and somebody who may be named."""
    photo = PortalImage.objects.create(
        **marks.texts("photo", "title", "description", "description_zh"),
        file=ImageFile(get_test_image_file(filename=f"{marks.word('photo: file')}.png").file, name="unnamed.png"),
    )
    fields = ("name", "name_zh", "affiliation", "affiliation_zh", "biography", "biography_zh", "consent_source")
    nobody = Person.objects.create(
        **{name: text[-60:] for name, text in marks.texts("person", *fields).items()}, photo=photo
    )
    open_person = Person.objects.create(
        name="Open Person", consent="given", **marks.texts("named person", "consent_source")
    )
    seats = {seat.partner.slug: seat for seat in Seat.objects.select_related("partner")}
    term = {"starts": "2019", "holder": nobody}
    builders.add_terms(
        seats["cen"],
        [
            {**term, **marks.sourced("term", "starts")},
            {**term, **marks.sourced("alternate's term", "starts"), "alternate": True},
            {**term, **marks.sourced("past term", "starts"), "starts": "2015", "ends": "2018"},
        ],
    )
    builders.add_terms(seats["efta"], [{"starts": "2019", "holder": open_person}])
    phase = PhasePage.objects.get(number=4)
    for office in ("expert", "manager", "officer", "assistant"):
        TeamMember.objects.create(
            phase=phase, person=nobody, office=office, starts="2019", **marks.sourced(f"team, {office}", "starts")
        )


def _pages(marks):
    home = HomePage.objects.get(locale=Locale.get_default())
    draft = _page(marks, home, "draft page")
    for page in (_page(marks, draft, "draft below a draft page"), draft):
        page.unpublish()
    parent = _page(marks, home, "draft above a published page", slug="above")
    _in_both_languages(
        builders.publish(StandardPage(title="Open page below", slug="below", locale=home.locale), parent)
    )
    parent.unpublish()
    for kind in PRIVATE:
        private = _page(marks, home, f"private page ({kind})")
        _page(marks, private, f"page below a private page ({kind})")
        PageViewRestriction.objects.create(
            page=private, restriction_type=kind, password=marks.text(f"private page ({kind}): password")
        )
    scheduled = _page(marks, home, "scheduled page", go_live_at=timezone.now() + timedelta(days=1))
    _page(marks, scheduled, "page below a scheduled page").unpublish()
    _page(marks, home, "expired page").unpublish(set_expired=True)
    waiting = StandardPage.objects.get(slug="background", locale=home.locale)
    for field, text in marks.texts("next version of a page", "title", "summary", "seo_title").items():
        setattr(waiting, field, text)
    waiting.save_revision()


def _documents(marks):
    """A document in a collection below a private one, which a page of many readers offers all the same."""
    private = Collection.get_first_root_node().add_child(name=marks.text("private collection"))
    below = private.add_child(name=marks.text("collection below a private one"))
    CollectionViewRestriction.objects.create(collection=private, restriction_type=PageViewRestriction.LOGIN)
    file = ContentFile(readable_pdf(marks.word("private document: text")), name=f"{marks.word('its file')}.pdf")
    document = PortalDocument(title=marks.text("private document"), file=file, collection=below)
    document._set_document_file_metadata()
    document.save()
    offering = StandardPage.objects.get(slug="contact", locale=Locale.get_default())
    offering.body = [{"type": "download", "value": {"document": document.pk}}]
    offering.save_revision().publish()


def _page(marks, parent, place, slug=None, **fields):
    """Publish a page full of marks, with its fallback page in Chinese."""
    page = StandardPage(
        **fields,
        **marks.texts(place, "title", "summary", "seo_title", "search_description"),
        slug=slug or marks.word(f"{place}: slug"),
        body=[{"type": "text", "value": f"<p>{marks.text(f'{place}: body')}</p>"}],
        show_in_menus=True,
        locale=parent.locale,
    )
    return _in_both_languages(builders.publish(page, parent))


def _hidden_meeting(marks, committee):
    """A meeting that is not published, though what is published refers to it."""
    words = marks.texts("draft meeting", "title", "summary", "agenda")
    meeting = _meeting(committee, **words, slug=marks.word("draft meeting: slug"), number=2)
    meeting.unpublish()
    return meeting


def _revisions(marks, meeting):
    index = PriorityIndexPage.objects.originals().get()
    sector = Sector.objects.create(code="open-sector", name="Open sector", name_zh="公开领域")
    hidden = Sector.objects.create(
        code=marks.word("sector of a draft: code"), **marks.texts("sector of a draft", "name", "name_zh")
    )
    for number in (1, 2):
        _revision(
            index,
            title=f"Open list {number}",
            slug=f"list-{number}",
            number=number,
            adopted=f"202{number}",
            meeting=meeting,
            items=[{"sector": sector, "rationale": f"Open reason {number}"}],
        )
    draft = _revision(
        index,
        **marks.texts("draft revision", "title", "summary", "reason"),
        slug=marks.word("draft revision: slug"),
        number=3,
        adopted="2023",
        items=[{"sector": hidden, **marks.texts("item of a draft", "rationale", "rationale_zh")}],
    )
    draft.unpublish()


def behind_the_scenes():
    """Return addresses of what is not published, of previews and of the editors' lists, as a visitor may guess them."""
    found = ["/admin/", "/admin/reports/site-history/", "/admin/search/?q=standards", "/admin/api/main/pages/"]
    found += [
        "/api/v2/pages/",
        "/feed/",
        "/en/feed/",
        "/rss.xml",
        "/atom.xml",
        "/sitemap.xml?p=2",
        "/sitemap-pages.xml",
    ]
    for page in Page.objects.filter(depth__gt=1):
        if not page.live or page.has_unpublished_changes or page.get_view_restrictions():
            edit = f"/admin/pages/{page.pk}"
            found += [
                page.url,
                f"{page.url}?preview=1",
                f"{page.url}?in_preview_panel=true",
                f"{page.url}as-of/2026-01-01/",
            ]
            found += [
                f"{edit}/{view}/" for view in ("view_draft", "edit", "edit/preview", "history", "privacy", "usage")
            ]
            found += [f"{edit}/revisions/{revision.pk}/view/" for revision in page.revisions.all()]
    for model in (Decision, Person, Seat, Sector):
        listing = f"/admin/snippets/{model._meta.app_label}/{model._meta.model_name}"
        found += [f"{listing}/", f"{listing}/?export=csv", f"{listing}/?export=xlsx"]
        for row in model.objects.all():
            found += [f"{listing}/{view}/{row.pk}/" for view in ("edit", "inspect", "history", "preview", "usage")]
    found += [f"/admin/images/{image.pk}/" for image in PortalImage.objects.all()]
    return found
