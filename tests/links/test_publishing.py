"""A text is not published with a link to nothing; one to what readers do not see is told."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Page
from wagtail.users.models import UserProfile

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument
from tests.filling_in import filled_in


@pytest.fixture
def text(home):
    """A page with a text, and the function that makes its text."""
    return publish(StandardPage(title="Text", slug="text", body=[("text", "<p>Old</p>")]), home)


def send(client, page, html, action="publish"):
    """Send the form of a page whose text links somewhere."""
    # A draft may hold what is not published; the form is made from it.
    page.body = [("text", html)]
    page.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = filled_in(client.get(address).content.decode()) | body_of(page)
    return client.post(address, {**sent, "title": "Typed anew", f"action-{action}": action, "action": action})


def body_of(page):
    """What the script of the blocks sends."""
    [block] = page.body
    content = page.body.stream_block.child_blocks["text"].field.widget.format_value(block.value.source)
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": str(block.id),
        "body-0-value": content,
    }


GONE = '<p>See <a linktype="page" id="987654">the lost one</a>.</p>'


@pytest.mark.parametrize(
    "html",
    [
        GONE,
        '<p>See <a linktype="document" id="987654">the lost one</a>.</p>',
        '<p>See <a href="/en/nowhere-at-all/">the lost one</a>.</p>',
        '<p>See <a href="http://testserver/en/nowhere-at-all/">the lost one</a>.</p>',
    ],
)
def test_a_link_to_nothing_is_refused_with_its_words_and_place_and_nothing_is_lost(client, log_in, alone, text, html):
    log_in("Publishers")

    answer = send(client, text, html)

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "The link “the lost one” (Text 1: Text)" in shown
    assert "Change the link, or take it out; a draft may keep it." in shown
    assert filled_in(shown)["title"] == "Typed anew"
    assert "the lost one" in shown
    assert Page.objects.get(pk=text.pk).title == "Text"


def test_in_chinese_too(client, log_in, alone, text):
    user = log_in("Publishers")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})

    assert "链接“the lost one”" in send(client, text, GONE).content.decode()


@pytest.mark.parametrize("action", ["publish", "submit"])
def test_a_link_to_a_draft_is_told_when_it_goes_out_and_when_it_is_submitted(client, log_in, alone, home, text, action):
    draft = home.add_child(instance=StandardPage(title="Drafted", slug="drafted", live=False))
    log_in("Publishers")
    answer = send(client, text, f'<p>See <a linktype="page" id="{draft.pk}">the plan</a>.</p>', action)

    told = [str(each).strip() for each in get_messages(answer.wsgi_request)]
    assert "The link “the plan” (Text 1: Text): it leads to something that is not published." in told


def test_of_a_draft_it_is_not_asked(client, log_in, text):
    log_in("Editors")

    assert send(client, text, GONE, "save").status_code == 302


@pytest.mark.parametrize(
    "address", ["/en/", "/en/text/", "/en/search/?q=a", "/sitemap.xml", "mailto:a@example.org", "#a"]
)
def test_what_answers_is_published(client, log_in, alone, text, address):
    log_in("Publishers")

    assert send(client, text, f'<p><a href="{address}">There</a></p>').status_code == 302
    assert Page.objects.get(pk=text.pk).title == "Typed anew"


def test_a_link_to_what_is_not_published_is_told_and_published(client, log_in, alone, home, text):
    aim = publish(StandardPage(title="Aim", slug="aim"), home)
    aim.unpublish()
    log_in("Publishers")

    answer = send(client, text, f'<p>See <a linktype="page" id="{aim.pk}">the aim</a>.</p>')

    told = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "“the aim” (Text 1: Text): it leads to something that is not published" in told
    assert Page.objects.get(pk=text.pk).title == "Typed anew"


def test_a_link_to_a_private_document_is_told_too(client, log_in, alone, text):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    document = PortalDocument.objects.create(title="Minutes", file="documents/minutes.txt", collection=private)
    log_in("Publishers")

    answer = send(client, text, f'<p>See <a linktype="document" id="{document.pk}">the minutes</a>.</p>')

    told = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "“the minutes” (Text 1: Text): it leads to something private" in told
