"""Links to the former website lead to the page that answers now, in one step."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.home.loading import load
from tests.reading import main_of

WEBINAR = "/en/events/webinar-11-china-standards-2035/"
FORMER = "/en/about-this-portal/former-website/"
LEADS_TO = {
    "/sesec/": "/en/",
    "/sesec/terms-of-reference/": FORMER,
    "/terms-of-reference/": FORMER,
    "/achievements/": "/en/background/",
    "/eu-china-cooperation/": "/en/background/",
    "/chinese-standards/": "/en/background/",
    "/chinese-standardization/who-is-who-in-the-chinese-standardization/": "/en/who-is-who/",
    "/category/news_and_events/news/page/33/": FORMER,
    "/Archive/": FORMER,
    "/Archive/category/news/": FORMER,
    "/Archive/category/reports/": FORMER,
    "/Archive/category/press-release/": FORMER,
    "/Archive/2020/news/": FORMER,
    "/2020/news-events/webinar/sesec-iv-webinar-11-china-standards-2035/": WEBINAR,
    "/2025/news-events/news/sac-tc28-sc42-ai-standards-week-in-2025": "/en/news/ai-standards-week-2025/",
    "/wto-makes-public-4-tbt-notifications-of-chinese-standards/": "/en/calls/four-tbt-notifications-june-2020/",
    "/2024/news-events/news/another-post/": FORMER,
    # Relatives of these that nobody listed.
    "/category/news_and_events/news/page/2/": FORMER,
    "/Archive/2019/news/": FORMER,
    "/Archive/2020/others/data-updates-of-chinas-standards/": "/en/news/statistics-of-chinese-standards-2020/",
    "/2026/": FORMER,
}
SPELLINGS = [
    "/sesec",
    "/SESEC/",
    "/Achievements/",
    "/archive/category/NEWS",
    "/sesec/?lang=zh&print=1",
    "/Archive/2020/news/?lang=en",
    "/%73esec/",
    "/category/news_and%5Fevents/%E6%96%B0%E9%97%BB/",
    "/category/" + "a/" * 500,
]


def test_every_former_address_leads_to_a_page_in_one_step(client, db):
    for address, target in LEADS_TO.items():
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, target), address
    for target in set(LEADS_TO.values()):
        assert client.get(target).status_code == 200


def test_it_is_one_step_whatever_the_reader_prefers_and_without_the_body(client, db):
    response = client.head("/sesec/", headers={"accept-language": "zh-CN"})

    assert (response.status_code, response.headers["Location"], response.content) == (301, "/en/", b"")


@pytest.mark.parametrize("address", SPELLINGS)
def test_a_former_address_is_known_however_it_is_written(client, db, address):
    response = client.get(address, follow=True)

    assert response.status_code == 200
    assert [code for _, code in response.redirect_chain] == [301]


def test_the_answer_follows_the_page_when_it_is_renamed(client, home):
    page = Page.objects.get(slug="background", locale=home.locale).specific
    page.slug = "europe-and-china"
    page.save_revision().publish()

    assert client.get("/achievements/").headers["Location"] == "/en/europe-and-china/"


def test_a_family_whose_page_is_taken_down_gets_the_page_that_helps(client, home):
    Page.objects.get(url_path=f"{home.url_path}about-this-portal/former-website/").specific.unpublish()

    response = client.get("/Archive/2019/news/", follow=True)
    assert (response.status_code, response.redirect_chain) == (404, [("/en/Archive/2019/news/", 302)])


def test_only_the_family_that_is_named_is_led_on(client, db):
    for address in ("/archives/", "/categories/news/", "/en/Archive/", "/sesec/nothing-here/"):
        assert client.get(address, follow=True).status_code == 404, address


def test_an_address_that_nobody_knows_costs_few_queries(client, db):
    client.get("/en/a/")
    with CaptureQueriesContext(connection) as few:
        client.get("/en/a/")
    with CaptureQueriesContext(connection) as many:
        client.get("/en/" + "a/" * 200)

    assert len(few) == len(many)


def test_the_two_terms_of_reference_are_both_in_reach(client, db):
    html = BeautifulSoup(client.get(FORMER).content, "html.parser")
    links = {link["href"] for link in html.main.find_all("a", href=True)}

    assert {f"/en/phases/sesec-{phase}/terms-of-reference/" for phase in ("iii", "iv")} <= links
    assert {"/en/", "/en/phases/", "/en/background/"} <= links


def test_an_older_portal_gets_the_redirects_and_the_editors_own_stay(home, client):
    Redirect.objects.filter(old_path__in=["/achievements", "/sesec"]).delete()
    kept = Redirect.objects.get(old_path="/chinese-standards")
    kept.redirect_page, kept.redirect_link, kept.is_permanent = None, "https://example.org/", False
    kept.save()

    assert "0 pages and 2 redirects" in load("--add-missing")
    before = list(Redirect.objects.order_by("pk").values())
    assert "there already" in load("--add-missing")
    assert list(Redirect.objects.order_by("pk").values()) == before
    assert client.get("/achievements/").headers["Location"] == "/en/background/"
    assert client.get("/chinese-standards/").headers["Location"] == "https://example.org/"


def test_a_visitor_of_the_former_website_is_told_where_its_pages_are(client, db):
    assert "former website" in main_of(client, "/en/2019/some-post/")
    html = BeautifulSoup(client.get("/en/2019/some-post/").content, "html.parser")

    assert html.main.find("a", href=FORMER)
    assert html.main.find("a", href="/en/sitemap/")


@pytest.mark.parametrize("address", ["/not a path é", "/a\tb", "/<script>", "/a|b"])
def test_what_no_browser_asks_for_is_refused_as_a_former_address(client, log_in, home, address):
    log_in("Administrators")
    fields = {"old_path": address, "redirect_page": home.pk, "is_permanent": "on"}

    answer = client.post(reverse("wagtailredirects:add"), fields)

    assert "No browser asks for this." in answer.content.decode()
    assert not Redirect.objects.filter(redirect_page=home, is_permanent=True, automatically_created=False).filter(
        old_path__contains=address[2:]
    )


def test_a_redirect_says_where_it_leads(client, log_in):
    log_in("Administrators")

    answer = client.post(reverse("wagtailredirects:add"), {"old_path": "/former/", "is_permanent": "on"})

    assert "Say where it leads" in answer.content.decode()


def test_neither_comes_in_from_a_file(client, log_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    log_in("Administrators")
    rows = b"from,to\n/not a path,/en/\n/former-one/,\n/former-two/,https://example.org/en/\n"
    file = SimpleUploadedFile("redirects.csv", rows, "text/csv")
    confirm = client.post(reverse("wagtailredirects:start_import"), {"import_file": file, "input_format": "0"})
    fields = BeautifulSoup(confirm.content, "html.parser").select("main input[name][value]")
    form = {field["name"]: field["value"] for field in fields}

    choices = {"from_index": "0", "to_index": "1", "permanent": "on"}
    answer = client.post(reverse("wagtailredirects:process_import"), {**form, **choices}).content.decode()

    assert "No browser asks for this." in answer
    assert "Say where it leads" in answer
    assert [each.old_path for each in Redirect.objects.filter(redirect_page=None)] == ["/former-two"]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("/zh/", "/zh-hans/"), ("/zh-cn/phases/", "/zh-hans/phases/"), ("/cn//evil.example/", "/zh-hans//evil.example/")],
)
def test_chinese_pages_are_found_by_shorter_addresses(client, db, asked, answered):
    response = client.get(asked)

    assert (response.status_code, response.headers["Location"]) == (301, answered)


def test_a_redirect_to_itself_is_refused(client, log_in, db):
    Site.objects.update(hostname="sesec.example.org")
    log_in("Administrators")
    typed = {"old_path": "/former/", "redirect_link": "https://sesec.example.org/former", "is_permanent": "on"}

    assert "This leads to itself." in client.post(reverse("wagtailredirects:add"), typed).content.decode()
    assert (
        client.post(
            reverse("wagtailredirects:add"), {**typed, "redirect_link": "https://sesec.example.org/en/"}
        ).status_code
        == 302
    )


def test_a_page_and_those_below_it_are_found_at_their_former_addresses_once_it_is_renamed_or_moved(client, home):
    above = publish(StandardPage(title="Above", slug="above", locale=home.locale), home)
    publish(StandardPage(title="Below", slug="below", locale=home.locale), above)
    above.refresh_from_db()
    above.slug = "renamed"
    above.save_revision().publish()

    assert client.get("/en/above/").url == "/en/renamed/"
    assert client.get("/en/above/below/").url == "/en/renamed/below/"

    other = publish(StandardPage(title="Other", slug="other", locale=home.locale), home)
    Page.objects.get(pk=above.pk).move(other, pos="last-child")

    assert client.get("/en/renamed/below/").url == "/en/other/renamed/below/"
    assert client.get("/en/above/below/").url == "/en/other/renamed/below/"
