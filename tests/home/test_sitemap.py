"""Every page can be found from one list: by readers on a page, by search engines in files."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from governance.models import SteeringCommitteePage
from sesec_portal.home import page_tree
from sesec_portal.home.models import StandardPage
from sesec_portal.home.sitemap import PageSitemap
from sesec_portal.home.starter.builders import publish, publish_meeting
from tests.pages import published_pages

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(client, language="en"):
    html = BeautifulSoup(client.get(f"/{language}/sitemap/").content, "html.parser")
    return html.main, {link["href"]: link for link in html.select(".sitemap a")}


def locations(client, address):
    return [found.text for found in ElementTree.fromstring(client.get(address).content).iter(f"{SITEMAP}loc")]  # noqa: S314


@pytest.fixture
def meet(home):
    """Publish a meeting of the committee: `meet(3)`."""
    committee = SteeringCommitteePage.objects.originals().get()

    def meet(number):
        return publish_meeting(
            committee,
            number=number,
            title=f"Meeting {number}",
            slug=f"meeting-{number}",
            held="2025",
            locale=home.locale,
        )

    return meet


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_readers_find_every_page_of_their_language_below_its_section(client, db, language):
    main, links = listed(client, language)

    assert list(links) == [page.url for page in published_pages().filter(locale__language_code=language)]
    terms = links[f"/{language}/phases/sesec-iv/terms-of-reference/"]
    above = [item.find("a")["href"] for item in terms.find_parents("li")][1:]
    assert above == [f"/{language}/{rest}" for rest in ("phases/sesec-iv/", "phases/", "")]
    assert len(main.find_all("h1")) == 1


def test_readers_of_chinese_see_which_pages_are_in_english(client, in_english):
    main, links = listed(client, "zh-hans")
    fallback, translated = links["/zh-hans/in-english/"], links["/zh-hans/contact/"]

    assert fallback["lang"] == "en"
    assert "英文" in fallback.find_parent("li").get_text()
    assert not translated.get("lang")
    assert "英文" not in translated.find_parent("li").get_text()
    assert len(main.select(".sitemap__note")) == sum(page.alias_of_id is not None for page in published_pages())


def test_a_page_below_a_draft_stands_below_the_nearest_page_that_is_listed(client, home):
    draft = publish(StandardPage(title="Above", slug="above", locale=home.locale), home)
    publish(StandardPage(title="Below", slug="below", locale=home.locale), draft)
    draft.unpublish()
    _, links = listed(client)

    assert "/en/above/" not in links
    assert links["/en/above/below/"].find_parents("li")[1].find("a")["href"] == "/en/"


def test_of_a_long_register_the_last_are_listed_and_the_rest_counted(client, meet, monkeypatch):
    monkeypatch.setattr(page_tree, "OF_A_KIND", 2)
    for number in range(1, 6):
        meet(number)
    main, links = listed(client)
    committee = "/en/steering-committee/"

    assert [link for link in links if "meeting" in link] == [f"{committee}meeting-{number}/" for number in (4, 5)]
    assert f"{committee}priorities/" in links
    assert "3 more on “Steering Committee”" in main.get_text()
    assert (
        "3 more on “The phases" in main.get_text() or "3 more on" in links["/en/phases/"].find_parent("li").get_text()
    )


def test_the_list_ends_somewhere_and_says_so(client, db, monkeypatch):
    monkeypatch.setattr(page_tree, "MOST", 5)
    main, links = listed(client)

    assert len(links) == 5
    assert "This list ends after 5 pages" in main.get_text()


def test_the_index_names_every_file_and_the_files_every_page_once(client, db, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 10)
    files = locations(client, "/sitemap.xml")
    found = [place for file in files for place in locations(client, file.removeprefix("http://testserver"))]

    assert len(files) > 3
    assert len(found) == len(set(found))
    views = [
        f"{language}/{view}/"
        for language in ("en", "zh-hans")
        for view in ("changes", "follow", "open-data", "sitemap")
    ]
    expected = {f"http://testserver{page.url}" for page in published_pages() if page.alias_of_id is None}
    assert set(found) == expected | {f"http://testserver/{view}" for view in views}


def test_the_index_gives_the_portals_own_address_with_its_port(client, db, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://sesec.example.org:8443"

    for file in locations(client, "/sitemap.xml"):
        assert file.startswith("https://sesec.example.org:8443/sitemap-")


def test_a_file_names_the_translations_that_stand_in_another_file(client, db, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 3)
    address = "http://testserver/en/phases/"
    page = Page.objects.get(slug="phases", locale__language_code="en")
    place = list(PageSitemap().items().values_list("pk", flat=True)).index(page.pk)
    xml = ElementTree.fromstring(client.get("/sitemap-pages.xml", {"p": place // 3 + 1}).content)  # noqa: S314
    (entry,) = [entry for entry in xml if entry.findtext(f"{SITEMAP}loc") == address]

    alternates = {link.get("hreflang"): link.get("href") for link in entry.iter("{http://www.w3.org/1999/xhtml}link")}
    assert alternates == {"en": address, "zh-hans": "http://testserver/zh-hans/phases/", "x-default": address}


@pytest.mark.parametrize("part", ["0", "999", "abc"])
def test_a_file_that_is_not_there_is_not_found(client, db, part):
    assert client.get("/sitemap-pages.xml", {"p": part}).status_code == 404
    assert client.get("/sitemap-nothing.xml").status_code == 404


@pytest.mark.parametrize(("address", "most"), [("/sitemap.xml", 4), ("/sitemap-pages.xml?p=2", 8)])
def test_a_file_asks_no_more_however_many_pages_it_names(client, db, monkeypatch, address, most):
    costs = []
    for limit in (5, 20):
        monkeypatch.setattr(PageSitemap, "limit", limit)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))

    assert costs[0] == costs[1] <= most


@pytest.mark.parametrize("view", ["sitemap/", "open-data/", "follow/", "changes/"])
def test_what_is_not_a_page_of_the_tree_can_be_found_by_search_engines_too(client, db, view):
    for language in ("en", "zh-hans"):
        html = BeautifulSoup(client.get(f"/{language}/{view}?from=elsewhere").content, "html.parser")
        assert html.find("link", rel="canonical")["href"] == f"http://testserver/{language}/{view}"
        named = {link["hreflang"]: link["href"] for link in html.find_all("link", hreflang=True)}
        assert named == {
            "en": f"http://testserver/en/{view}",
            "zh-hans": f"http://testserver/zh-hans/{view}",
            "x-default": f"http://testserver/en/{view}",
        }
        assert not html.find("meta", attrs={"name": "robots"})


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        ("search/?q=x", ["Home", "Search"]),
        ("sitemap/", ["Home", "Sitemap"]),
        ("open-data/", ["Home", "Open data"]),
        ("follow/", ["Home", "Follow"]),
        ("changes/", ["Home", "Latest changes"]),
        ("phases/as-of/2016-05-01/", ["Home", "Phases", "As of 1 May 2016"]),
    ],
)
def test_every_view_says_where_the_reader_is(client, db, address, steps):
    html = BeautifulSoup(client.get(f"/en/{address}").content, "html.parser")
    trail = html.select(".trail li")

    assert [step.get_text(strip=True) for step in trail] == steps
    assert [step.get("aria-current") for step in trail] == [None] * (len(steps) - 1) + ["page"]


def test_a_register_as_of_a_day_has_a_title_of_its_own_and_keeps_the_day_in_the_other_language(client, db):
    html = BeautifulSoup(client.get("/en/phases/as-of/2016-05-01/").content, "html.parser")

    assert "as of 1 May 2016" in html.title.string
    assert html.find("link", rel="canonical")["href"] == "http://testserver/en/phases/"
    assert not html.find("link", hreflang=True)
    assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert html.select_one(".languages a[lang=zh-hans]")["href"] == "/zh-hans/phases/as-of/2016-05-01/"
