"""Under whatever name somebody asks, the portal has one host."""

import pytest


@pytest.fixture
def portal(client, db, settings):
    """Ask a portal whose one host is sesec.example.org, and which has another name: `portal("www.…", "/en/")`."""
    settings.ALLOWED_HOSTS = ["sesec.example.org", "www.sesec.example.org"]
    settings.WAGTAILADMIN_BASE_URL = "https://sesec.example.org"
    settings.ONE_HOST = "sesec.example.org"

    def ask(host, address, method="get", **more):
        return getattr(client, method)(address, headers={"Host": host}, secure=True, **more)

    return ask


@pytest.mark.parametrize("address", ["/", "/en/", "/zh-hans/phases/?day=2020-01-01", "/robots.txt", "/admin/"])
def test_under_another_name_it_leads_to_the_same_address_at_the_one_host(portal, address):
    answer = portal("www.sesec.example.org", address)

    assert (answer.status_code, answer.headers["Location"]) == (301, f"https://sesec.example.org{address}")
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_what_is_sent_there_goes_along(portal):
    answer = portal("www.sesec.example.org", "/account/login/", method="post", data={"login": "marie"})

    assert (answer.status_code, answer.headers["Location"]) == (308, "https://sesec.example.org/account/login/")


@pytest.mark.parametrize("host", ["sesec.example.org", "SESEC.example.org", "sesec.example.org:8443"])
def test_at_the_one_host_it_answers(portal, host):
    assert portal(host, "/en/").status_code == 200


def test_a_host_that_is_not_ours_is_led_nowhere_and_probes_answer_under_any_name(portal):
    assert portal("evil.example", "/en/").status_code == 400
    for host in ("www.sesec.example.org", "10.1.2.3:8000"):
        assert portal(host, "/livez").status_code == 200


def test_without_one_host_the_portal_answers_under_each_of_its_names(portal, settings):
    settings.ONE_HOST = ""

    assert portal("www.sesec.example.org", "/en/").status_code == 200
