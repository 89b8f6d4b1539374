"""The portal asks no other machine for an address that somebody has typed."""

import socket

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page
from wagtail.rich_text import RichText

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish

INSIDE = "http://169.254.169.254/latest/meta-data/"
EMBEDDED = RichText(f'<p>See</p><embed embedtype="media" url="{INSIDE}"/><p><a href="{INSIDE}">there</a></p>')


@pytest.fixture
def asked(monkeypatch):
    """The machines that this process has asked for anything."""
    asked = []

    def connect(_socket, address):
        asked.append(address)
        raise OSError("nobody is asked")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: asked.append(host) or [])
    return asked


def test_an_address_in_a_page_is_printed_and_not_fetched(client, home, log_in, alone, asked):
    log_in("Publishers")
    page = StandardPage(title="Outside", slug="outside", summary=INSIDE, locale=home.locale)
    page.body = [("text", EMBEDDED)]
    page = publish(page, home)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(address).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
    for same in Page.objects.filter(translation_key=page.translation_key):
        assert client.get(same.url).status_code == 200
    assert INSIDE in client.get(page.url).content.decode()

    assert not asked


def test_nothing_that_would_fetch_addresses_is_there():
    for app in ("wagtail.embeds", "wagtail.contrib.frontend_cache"):
        assert not apps.is_installed(app)
    assert not getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None)
    with pytest.raises(NoReverseMatch):
        reverse("wagtailembeds:chooser")
