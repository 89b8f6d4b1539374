"""A partner comments on a draft: it comes to the page's comments in the admin, and to whoever made the link."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from wagtail.models import Comment, PageLogEntry

from sesec_portal.draft_links.models import MOST_COMMENTS, DraftLink
from tests.reading import main_of

pytestmark = pytest.mark.usefixtures("editor")


def send(partner, address, **typed):
    said = {"draft-name": "Wei", "draft-comment": "Point 2 is <b>wrong</b>.", "draft-website": "", **typed}
    return partner.post(address, said, follow=True)


def test_a_comment_stands_beside_the_title_and_is_mailed_to_whoever_made_the_link(
    show, text, partner, editor, mailoutbox, django_capture_on_commit_callbacks
):
    address = show(text)
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(partner, address)

    assert "Thank you. Your comment is with the editors of this page." in answer.content.decode()
    comment = Comment.objects.get()
    assert comment.page_id == text.pk
    assert comment.text == "Wei: Point 2 is <b>wrong</b>."
    assert (comment.contentpath, comment.revision_created_id) == ("title", text.latest_revision_id)
    [mail] = mailoutbox
    assert mail.to == [editor.email]
    assert "Wei: Point 2 is <b>wrong</b>." in mail.body
    assert PageLogEntry.objects.get(action="wagtail.comments.create").user == comment.user
    assert DraftLink.objects.get().views == 0


def test_it_lies_on_the_desk_until_it_is_resolved(show, text, partner, client):
    send(partner, show(text))
    Comment.objects.create(
        page=text.get_parent(), **dict(Comment.objects.values("user_id", "text", "revision_created_id")[0])
    )
    told = client.get("/admin/desk/").content.decode()
    assert told.count("a comment: “Wei: Point 2 is &lt;b&gt;wrong&lt;/b&gt;.”") == 1

    Comment.objects.update(resolved_at=timezone.now())

    assert "a comment: “Wei" not in client.get("/admin/desk/").content.decode()


def test_its_account_cannot_log_in(show, text, partner):
    send(partner, show(text))
    account = User.objects.get(username="reader-of-a-draft-link")

    assert account.get_full_name() == "Reader of a draft link"
    assert not account.is_active
    assert not account.has_usable_password()


def test_an_editor_reads_it_as_plain_text_in_the_form(show, text, partner, client):
    send(partner, show(text))
    form = client.get(f"/admin/pages/{text.pk}/edit/").content.decode()

    assert "Point 2 is" in form
    assert "<b>wrong</b>" not in form


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"draft-name": ""}, "Type your name."),
        ({"draft-comment": "x" * 2001}, "2000"),
        ({"draft-website": "https://example.org"}, "Leave the last field empty; it is there for programs."),
    ],
)
def test_what_is_refused_keeps_what_was_typed(show, text, partner, typed, said):
    html = send(partner, show(text), **typed).content.decode()

    assert said in html
    assert (typed.get("draft-comment") or "Point 2 is &lt;b&gt;wrong&lt;/b&gt;.") in html
    assert not Comment.objects.exists()


def test_a_link_takes_fifty_comments(show, text, partner):
    address = show(text)
    DraftLink.objects.update(comments=MOST_COMMENTS - 1)
    send(partner, address)
    html = send(partner, address).content.decode()

    assert Comment.objects.count() == 1
    assert "This draft has had its fifty comments." in html


def test_a_form_from_elsewhere_is_refused(show, text):
    address = show(text)
    assert Client().post(address, {"draft-name": "Wei", "draft-comment": "Words"}).status_code == 403
    assert not Comment.objects.exists()


def test_who_comments_after_the_end_gets_back_what_was_typed(show, text, partner):
    address = show(text)
    DraftLink.objects.all().delete()
    answer = send(partner, address)

    assert answer.status_code == 404
    assert "Point 2 is &lt;b&gt;wrong&lt;/b&gt;." in answer.content.decode()
    assert "Thank you" not in main_of(partner, address)
