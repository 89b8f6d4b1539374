"""What the portal tells those who look for data, and programs that ask for the same again and again."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.places import REGISTERS

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-hans"])


def told(client, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    graph = json.loads(html.find("script", type="application/ld+json").string)
    return {thing["@type"]: thing for thing in graph["@graph"]}, html


@LANGUAGES
def test_excel_reads_the_letters_of_a_csv_file_and_a_browser_keeps_it(client, db, language):
    response = client.get(f"/{language}/partners/partners.csv")

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert "欧洲标准化委员会" in response.content.decode() or language == "en"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Link"].startswith("<partners.csv-metadata.json>")


@LANGUAGES
def test_the_open_data_are_a_catalog_of_datasets_for_schema_org_and_for_dcat(client, db, language):
    things, html = told(client, f"/{language}/open-data/")
    datasets = things["DataCatalog"]["dataset"]
    assert {one["distribution"][0]["contentUrl"] for one in datasets} == {
        f"http://testserver/{language}/{name}.csv" for name in REGISTERS
    }
    assert all(one["name"] and one["variableMeasured"] for one in datasets)

    address = html.find("link", type="application/ld+json")["href"]
    response = client.get(address)
    catalog = json.loads(response.content)
    assert response["Content-Type"].startswith("application/ld+json")
    assert len(catalog["dcat:dataset"]) == len(REGISTERS)
    for one in catalog["dcat:dataset"]:
        for file in one["dcat:distribution"]:
            assert client.get(file["dcat:downloadURL"]["@id"]).status_code == 200


@pytest.mark.parametrize("name", REGISTERS)
def test_each_csv_file_has_a_schema_beside_it_that_its_cells_fulfil(client, db, name):
    schema = json.loads(client.get(f"/en/{name}.csv-metadata.json").content)
    data = json.loads(client.get(f"/en/{name}.json").content)

    columns = schema["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == list(data["columns"])
    kinds = {"string": str, "integer": int, "boolean": bool, "date": str}
    for row in data["rows"]:
        for column in columns:
            cell = row[column["name"]]
            known = list if "separator" in column else kinds[column["datatype"]]
            assert cell is None or isinstance(cell, known), column
    assert client.get(f"/en/{name}-x.csv-metadata.json").status_code == 404


@LANGUAGES
@pytest.mark.parametrize("page", ["open-data/", "follow/", "sitemap/", "steering-committee/decisions/"])
def test_what_is_no_page_of_the_tree_has_a_card_and_says_where_it_is(client, db, language, page):
    things, html = told(client, f"/{language}/{page}")

    assert things["WebPage"]["url"] == f"http://testserver/{language}/{page}"
    assert things["WebPage"]["inLanguage"] == language
    assert things["BreadcrumbList"]["itemListElement"][0]["item"]["@id"] == f"http://testserver/{language}/"
    for name in ("og:title", "og:description", "og:url", "og:image"):
        assert html.find("meta", property=name)["content"], name


@pytest.mark.parametrize("address", ["/robots.txt", "/.well-known/security.txt", "/sitemap.xml", "/sitemap-pages.xml"])
def test_what_programs_read_is_one_for_all_and_asked_about_by_its_etag(client, db, address):
    response = client.get(address, headers={"Accept-Language": "zh-CN"})

    assert "Accept-Language" not in response.headers.get("Vary", "")
    assert "Content-Language" not in response.headers
    assert "max-age=300" in response["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_a_page_offers_only_the_methods_that_it_answers(client, db):
    offered = client.options("/en/phases/")["Allow"]

    assert sorted(offered.split(", ")) == ["GET", "HEAD", "OPTIONS"]
    assert client.post("/en/phases/").status_code == 405
