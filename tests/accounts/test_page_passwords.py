"""The password of a page or of documents opens them, and cannot be guessed."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail_localize.synctree import create_aliases_for_new_page

from sesec_portal.accounts import rate_limit
from sesec_portal.accounts.client_address import client_address
from sesec_portal.accounts.models import PasswordAttempts
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument
from sesec_portal.pagecache import generation

PASSWORD = "open sesame"
PAGE = "/en/for-members/"


@pytest.fixture
def private(home):
    """A page behind a password, in both languages."""
    page = publish(StandardPage(title="Rare words", slug="for-members", locale=home.locale), home)
    create_aliases_for_new_page(page)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password=PASSWORD)
    return page


@pytest.fixture
def three(monkeypatch):
    """Three guesses instead of ten, to save the tests' time."""
    monkeypatch.setattr(rate_limit, "LIMIT", 3)


def form_of(page, language="en"):
    """Return the address to which the form is sent."""
    same = page.get_translations(inclusive=True).get(locale__language_code=language)
    return f"/{language}/_util/authenticate_with_password/{same.view_restrictions.get().pk}/{same.pk}/"


def guess(client, address, word="guessed", **where):
    return client.post(address, {"password": word, "return_url": PAGE}, **where)


def test_the_password_opens_the_page_and_leads_nowhere_else(client, private):
    assert f'action="{form_of(private)}"' in client.get(PAGE).content.decode()

    assert guess(client, form_of(private), PASSWORD).headers["Location"] == PAGE
    assert "Rare words" in client.get(PAGE).content.decode()
    elsewhere = {"password": PASSWORD, "return_url": "https://evil.example/"}
    assert "evil" not in client.post(form_of(private), elsewhere).headers["Location"]


def test_who_came_in_with_a_former_password_is_outside_once_it_is_changed(client, private):
    guess(client, form_of(private), PASSWORD)
    restriction = private.view_restrictions.get()
    restriction.save()
    assert "Rare words" in client.get(PAGE).content.decode()

    restriction.password = "another one"
    restriction.save()

    assert "Rare words" not in client.get(PAGE).content.decode()
    assert "Rare words" not in client.get(PAGE.replace("/en/", "/zh-hans/")).content.decode()
    guess(client, form_of(private), "another one")
    assert "Rare words" in client.get(PAGE).content.decode()


def test_the_eleventh_guess_is_refused_even_if_it_is_right_until_a_quarter_of_an_hour_has_passed(
    client, private, time_machine
):
    time_machine.move_to(timezone.now(), tick=False)
    answers = [guess(client, form_of(private, language)) for language in ("en", "zh-hans") * 5]
    assert [answer.status_code for answer in answers] == [200] * 10
    assert "not correct" in answers[0].content.decode()

    late = guess(client, form_of(private), PASSWORD)
    assert (late.status_code, late.headers["Retry-After"]) == (429, "900")
    assert "quarter of an hour" in late.content.decode()
    assert "Rare words" not in client.get(PAGE).content.decode()
    assert guess(client, form_of(private), REMOTE_ADDR="192.0.2.9").status_code == 200, "somebody else"

    time_machine.shift(timedelta(minutes=15, seconds=1))
    assert guess(client, form_of(private), PASSWORD).status_code == 302
    assert not PasswordAttempts.objects.exists()


def test_who_knows_the_password_begins_to_count_anew(client, private, three):
    for _ in range(2):
        for _ in range(2):
            guess(client, form_of(private))
        assert guess(client, form_of(private), PASSWORD).status_code == 302


def test_a_new_browser_and_a_forged_origin_do_not_help(private, three):
    for number in range(3):
        guess(Client(), form_of(private), HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert guess(Client(), form_of(private), HTTP_X_FORWARDED_FOR="203.0.113.99").status_code == 429


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxied", "network"),
    [
        ("192.0.2.1", "203.0.113.7", False, "192.0.2.1"),
        ("127.0.0.1", "203.0.113.7", True, "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", True, "203.0.113.7"),
        ("127.0.0.1", "", True, "127.0.0.1"),
        ("127.0.0.1", "nonsense", True, None),
        ("127.0.0.1", "192.0.2.1, 2001:db8::1", True, "2001:db8::"),
        ("2001:db8:1:2:3:4:5:6", "", False, "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "", False, "192.0.2.1"),
        ("", "", False, None),
    ],
)
def test_a_visitor_is_known_by_the_address_that_the_proxy_saw(settings, remote, forwarded, proxied, network):
    settings.BEHIND_PROXY = proxied

    assert client_address(RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)) == network


def test_nobody_is_named_among_the_tries(client, private):
    guess(client, form_of(private), REMOTE_ADDR="192.0.2.77")

    assert "192.0.2.77" not in str(PasswordAttempts.objects.values_list().get())


def test_guessing_does_not_empty_the_page_cache(client, private, monkeypatch, three):
    def move():
        raise AssertionError("the content has not changed")

    monkeypatch.setattr(generation, "move", move)
    for _ in range(4):
        guess(client, form_of(private))


def test_the_form_frames_no_page_but_what_the_password_opens(client, private, home):
    draft = publish(StandardPage(title="Draft words", slug="draft", locale=home.locale), home)
    draft.unpublish()
    number = private.view_restrictions.get().pk
    address = f"/en/_util/authenticate_with_password/{number}/"
    for page in (draft.pk, home.pk, 999_999):
        assert client.get(f"{address}{page}/").status_code == 404
    PageViewRestriction.objects.filter(pk=number).update(restriction_type="login")
    assert client.get(f"{address}{private.pk}/").status_code == 404


def test_the_password_of_documents_is_guarded_too(client, db, settings, tmp_path, three):
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Members")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password=PASSWORD
    )
    file = ContentFile(b"%PDF-1.7", name="report.pdf")
    document = PortalDocument.objects.create(title="Report", file=file, collection=collection)
    address = f"/documents/authenticate_with_password/{restriction.pk}/"

    assert f'action="{address}"' in client.get(document.url).content.decode()
    assert [guess(client, address).status_code for _ in range(4)] == [200] * 3 + [429]
    assert guess(client, address, PASSWORD, REMOTE_ADDR="192.0.2.9").status_code == 302
    assert client.get(document.url).headers["Content-Type"] == "application/pdf"
