"""Who is who: a body tells what it has been called, what it belongs to, and what followed it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from newsroom.models import NewsConcerned, NewsIndexPage, NewsPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.moments.moment import Moment
from standards.models import BodyName, BodyPage, CallIndexPage, CallPage
from tests.json_ld import about
from tests.reading import main_of


@pytest.fixture
def body(db):
    """Return the body in English that ends an address: `body("sac")`."""
    return lambda slug: BodyPage.objects.originals().get(slug=slug)


def test_one_that_ended_says_so_first_and_leads_to_its_successor(client, db):
    page = main_of(client, "/en/who-is-who/aqsiq/")

    assert page.startswith("This body no longer exists. Its successor: State Administration for Market Regulation")
    assert "2001 to 2018" in page
    head = BeautifulSoup(client.get("/en/who-is-who/aqsiq/").content, "html.parser").find(class_="page-head")
    assert head.a["href"] == "/en/who-is-who/samr/"


def test_its_name_in_the_other_language_is_among_its_facts(client, db):
    assert "In Chinese 国家质量监督检验检疫总局" in main_of(client, "/en/who-is-who/aqsiq/")
    assert "英文名称 General Administration of Quality" in main_of(client, "/zh-hans/who-is-who/aqsiq/")


def test_the_successor_names_its_predecessor_and_its_parts(client, db):
    page = main_of(client, "/en/who-is-who/samr/")

    assert "Predecessor General Administration of Quality Supervision, Inspection and Quarantine" in page
    assert "Bodies that are part of it Standardization Administration of China" in page
    assert "This body no longer exists" not in page


def test_names_are_kept_with_their_dates_in_both_languages(client, db, body):
    for address in ("/en/who-is-who/tc260/", "/zh-hans/who-is-who/tc260/"):
        page = main_of(client, address)
        for name in ("全国信息安全标准化技术委员会", "全国网络安全标准化技术委员会", "National Information Security"):
            assert name in page
    assert body("tc260").name_now.name_zh == "全国网络安全标准化技术委员会"


def test_the_index_groups_them_by_where_they_are_and_sets_apart_what_ended(client, db):
    answer = client.get("/en/who-is-who/").content
    main = BeautifulSoup(answer, "html.parser").main
    order = [heading.get_text(strip=True) for heading in main.find_all("h2")]

    assert order[:4] == ["China", "Europe", "India", "Former bodies"]
    page = main_of(client, "/en/who-is-who/")
    china, rest = page.split("The partners of SESEC have pages of their own")
    assert "Standardization Administration of China" in china
    assert "Inspection and Quarantine" not in china
    assert "Inspection and Quarantine" in rest


def test_the_partners_stand_among_the_europeans_and_lead_to_their_own_pages(client, db):
    main = BeautifulSoup(client.get("/zh-hans/who-is-who/").content, "html.parser").main

    assert main.find("a", string="CENELEC")["href"] == "/zh-hans/partners/cenelec/"
    assert not BodyPage.objects.filter(abbreviation__in=["CEN", "CENELEC", "ETSI"]).exists()


def test_it_lists_the_calls_that_are_open_and_those_that_closed_last(client, body):
    index = CallIndexPage.objects.originals().get()
    now = timezone.localdate()
    for slug, year in (("open", now.year + 1), ("closed", now.year - 1)):
        day = Moment.of(now.replace(year=year, day=1), None, "Asia/Shanghai")
        call = CallPage(title=f"Call {slug}", slug=slug, kind="law", deadline=day, issuing_body=body("sac"))
        call.locale = index.locale
        publish(call, index)

    page = main_of(client, "/en/who-is-who/sac/")
    assert page.index("Its open calls for comments") < page.index("Call open")
    assert page.index("Its last calls for comments") < page.index("Call closed")
    assert "No call for comments is recorded." in main_of(client, "/en/who-is-who/miit/")


def test_it_lists_the_news_that_concerns_it_and_nothing_made_up(client, body):
    index = NewsIndexPage.objects.originals().get()
    for slug, sample in (("true", False), ("made-up", True)):
        news = NewsPage(title=f"News {slug}", slug=slug, sample=sample, locale=index.locale)
        news.concerned = [NewsConcerned(body=body("sac"))]
        publish(news, index)

    page = main_of(client, "/en/who-is-who/sac/")
    assert "News true" in page
    assert "News made-up" not in page
    assert "News true" not in main_of(client, "/en/who-is-who/miit/")


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("part_of", "A body is not part of itself."),
        ("successor", "A body is not its own successor."),
        ("website", "Type the address with https:// at its beginning."),
        ("ends", "The end lies before the start."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_by_the_database(body, field, sentence):
    miit = body("miit")
    setattr(miit, field, {"website": "ftp://miit.gov.cn", "ends": "1990"}.get(field, miit))

    with pytest.raises(ValidationError) as refusal:
        miit.full_clean()
    assert sentence in refusal.value.message_dict[field]
    with pytest.raises(IntegrityError), transaction.atomic():
        miit.save(clean=False)


def test_two_names_at_a_time_are_refused_by_the_database(body):
    def overlap():
        with transaction.atomic():
            for starts, ends in (("2010", "2012"), ("2011", "2013")):
                BodyName.objects.create(body=body("tc260"), name="Another", starts=starts, ends=ends)
            connection.check_constraints()

    with pytest.raises(IntegrityError):
        overlap()


def test_one_that_others_name_is_kept(body):
    with pytest.raises(ProtectedError):
        body("samr").delete()

    body("aqsiq").delete()
    assert not BodyPage.objects.originals().filter(slug="aqsiq").exists()


def test_it_is_found_by_every_name_and_abbreviation(client, db):
    for query in ("AQSIQ", "国家质量监督检验检疫总局", "全国信息安全标准化技术委员会", "National Information Security"):
        slug = "tc260" if "nformation" in query or "信息" in query else "aqsiq"
        assert f"/en/who-is-who/{slug}/" in client.get("/en/search/", {"q": query}).content.decode(), query


def test_machines_read_what_it_is_called_and_what_it_belongs_to(client, db):
    sac = about(client, "/en/who-is-who/sac/")
    assert sac["parentOrganization"]["name"] == "State Administration for Market Regulation"
    assert {"SAC", "国家标准化管理委员会"} <= set(sac["alternateName"])

    aqsiq = about(client, "/en/who-is-who/aqsiq/")
    assert aqsiq["@type"] == "GovernmentOrganization"
    assert (aqsiq["foundingDate"], aqsiq["dissolutionDate"]) == ("2001", "2018")
