import re

import pytest
from django.test import Client
from django.urls import reverse

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish


@pytest.fixture
def text(home):
    """A published page of text in English with a draft that says something else."""
    page = publish(StandardPage(title="A text", slug="a-text", summary="As published", locale=home.locale), home)
    page.summary = "As drafted"
    page.save_revision()
    return page


@pytest.fixture
def editor(log_in):
    """An editor, logged in as the client."""
    user = log_in("Editors")
    user.first_name, user.last_name = "Ada", "Example"
    user.save()
    return user


@pytest.fixture
def show(client):
    """Make a link to the draft of a page in the admin, and return its address: `show(page, days=7)`."""

    def make(page, note="CEN, the unit for energy", days=7):
        answer = client.post(reverse("draft_links:page", args=[page.pk]), {"note": note, "days": days})
        return re.search(r"/draft/[\w-]{43}/", answer.content.decode())[0]

    return make


@pytest.fixture
def partner():
    """Somebody without an account."""
    return Client(headers={"sec-fetch-site": "same-origin", "user-agent": "Mozilla/5.0 Firefox/145.0"})
