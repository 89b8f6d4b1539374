"""A newsletter issue is filled from the items of its period, and stays as it is afterwards."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from governance.models import Sector
from newsroom.models import EventIndexPage, NewsIndexPage, NewsPage, PublicationIndexPage, PublicationPage
from sesec_portal.home.starter.newsroom import publish_event, publish_news, publish_publication
from standards.models import Term
from tests.reading import words


@pytest.fixture
def issue(db):
    """A newsletter of the two months around the adoption of the Standardization Law, without a text."""
    index = PublicationIndexPage.objects.originals().get()
    return publish_publication(
        index, title="Issue", slug="issue", kind="newsletter", starts="2017-09", ends="2017-11", locale=index.locale
    )


@pytest.fixture
def kites(db):
    """A news item of that time on a topic, which uses an abbreviation of the glossary."""
    index = NewsIndexPage.objects.originals().get()
    sector = Sector.objects.create(code="kites", name="kites")
    Term.objects.create(
        code="kfs", name="kite flying society", name_zh="风筝协会", abbreviation="KFS", meaning="Flies kites."
    )
    return publish_news(
        index,
        title="KFS flies kites",
        slug="kites",
        date="2017-10-05",
        topics=[{"sector": sector}],
        locale=index.locale,
    )


def fill(client, issue):
    return client.post(reverse("newsroom_admin:compose_issue", args=[issue.pk]), follow=True)


def drafted(issue):
    return PublicationPage.objects.get(pk=issue.pk).get_latest_revision_as_object()


def text_of(page):
    return words(BeautifulSoup(str(page.body), "html.parser"))


def test_an_issue_gathers_what_its_period_brought_by_topic_with_the_abbreviations_in_both_languages(
    client, log_in, issue, kites
):
    log_in("Editors")
    response = fill(client, issue)
    blocks = [(block.block_type, str(block.value)) for block in drafted(issue).body]

    assert "3 items stand in the text now, as a draft." in words(BeautifulSoup(response.content, "html.parser"))
    assert [value for kind, value in blocks if kind == "heading"] == ["Kites", "Also in this period", "Abbreviations"]
    text = text_of(drafted(issue))
    assert "KFS flies kites (5 October 2017)" in text
    assert "China adopts its Standardization Law (4 November 2017)" in text
    assert "deadline: 24 September 2017, 24:00 Beijing time (18:00 Brussels time)" in text
    assert "KFS" in text
    assert "kite flying society – 风筝协会" in text
    assert not PublicationPage.objects.get(pk=issue.pk).body


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
def test_an_event_that_is_off_is_told_as_such(client, log_in, issue, state):
    index = EventIndexPage.objects.originals().get()
    starts = "2017-10-07T10:00+02:00[Europe/Brussels]"
    publish_event(
        index, title="Kite fair", slug="fair", kind="webinar", starts=starts, state=state, locale=index.locale
    )
    log_in("Editors")
    fill(client, issue)

    text = f"Kite fair (7 October 2017, 10:00 Brussels time (16:00 Beijing time), {state})"
    assert text in text_of(drafted(issue))
    facts = words(BeautifulSoup(client.get("/en/events/fair/").content, "html.parser").select_one(".facts"))
    assert "Announced for 7 October 2017" in facts


def test_later_changes_of_the_items_leave_the_issue_alone(client, log_in, issue, kites):
    log_in("Editors")
    fill(client, issue)
    NewsPage.objects.filter(pk=kites.pk).update(title="Changed since")

    assert "KFS flies kites" in text_of(drafted(issue))


def test_a_text_that_is_there_is_not_overwritten(client, log_in, issue, kites):
    log_in("Editors")
    fill(client, issue)
    before = drafted(issue).latest_revision_id
    response = fill(client, issue)

    assert "This issue has a text already." in words(BeautifulSoup(response.content, "html.parser"))
    assert drafted(issue).latest_revision_id == before


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"starts": None}, "Type the first and the last day of the period"),
        ({"starts": "2001-01", "ends": "2001-02"}, "Nothing was published here"),
    ],
)
def test_an_issue_that_cannot_be_filled_says_why(client, log_in, issue, fields, sentence):
    log_in("Editors")
    for name, value in fields.items():
        setattr(issue, name, value)
    issue.save_revision()

    assert sentence in words(BeautifulSoup(fill(client, issue).content, "html.parser"))


def test_nobody_fills_an_issue_who_may_not_edit_it(client, issue, kites):
    response = fill(client, issue)

    assert "/login/" in response.redirect_chain[0][0]
    assert not drafted(issue).body


def test_an_issue_is_taken_as_one_file_that_needs_nothing_else(client, log_in, alone, issue, kites):
    log_in("Publishers")
    fill(client, issue)
    drafted(issue).save_revision().publish()
    client.logout()
    response = client.get(f"{issue.url}for-mailing/")
    html = BeautifulSoup(response.content, "html.parser")

    assert response["Content-Disposition"] == 'attachment; filename="issue.html"'
    assert html.find("a", string="KFS flies kites")["href"] == f"http://testserver{kites.url}"
    assert not html.find_all(["script", "link", "img", "style"])
    assert all(element.get("style") for element in html.find_all(["h2", "a", "ul", "li"]))
