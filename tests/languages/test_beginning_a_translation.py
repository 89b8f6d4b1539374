"""An editor begins a translation, or is told what keeps it from beginning."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from standards.models import CallIndexPage, CallPage
from tests.reading import words


@pytest.fixture
def draft(db, log_in):
    """Save a draft of a call as an editor, who is logged in then: `draft(kind="")`."""
    user = log_in("Editors")

    def save(**fields):
        index = CallIndexPage.objects.originals().get()
        page = CallPage(title="Kites", slug="kites", kind="law", live=False, locale=index.locale, owner=user)
        index.add_child(instance=page)
        # A draft may lack what the published page must have.
        if fields:
            CallPage.objects.filter(pk=page.pk).update(**fields)
        page.refresh_from_db()
        page.save_revision(user=user, clean=False)
        return page

    return save


def submit(client, page):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    form = BeautifulSoup(client.get(address).content, "html.parser")
    assert [box["value"] for box in form.select('[name="locales"]') if box.has_attr("checked")]
    chinese = Locale.objects.get(language_code="zh-hans")
    return client.post(address, {"locales": [chinese.pk]}, follow=True)


def test_a_draft_that_is_not_complete_is_not_sent_and_the_editor_is_told_what_is_missing(client, draft):
    page = draft(kind="")
    answer = submit(client, page)

    told = words(BeautifulSoup(answer.content, "html.parser").find(class_="messages"))
    assert "Not sent for translation. Complete the page first" in told
    assert "Kind: This field cannot be blank." in told
    assert "successfully" not in told
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()


def test_a_complete_draft_gets_its_chinese_draft(client, draft):
    page = draft()
    answer = submit(client, page)

    chinese = Page.objects.get(translation_key=page.translation_key, locale__language_code="zh-hans")
    assert "successfully submitted" in answer.content.decode()
    assert chinese.alias_of is None
    assert not chinese.live
