"""A link in a text says when the page that it led to has gone, in the language of the text."""

import pytest

from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish

NOTE = {"en": "(no longer on this portal)", "zh-hans": "（本网站已无此页）"}


@pytest.mark.parametrize("act", ["unpublish", "delete"])
@pytest.mark.parametrize("language", NOTE)
def test_it_keeps_the_words_and_says_that_the_page_has_gone(client, home, act, language):
    aim = publish(StandardPage(title="Aim", slug="aim"), home)
    text = f'<p>See <a linktype="page" id="{aim.pk}">the aim</a>.</p>'
    front = HomePage.objects.get(locale__language_code=language)
    publish(StandardPage(title="Text", slug="text", locale=front.locale, body=[("text", text)]), front)
    address = f"/{language}/text/"
    assert f'href="{aim.url}"' in client.get(address).content.decode()

    getattr(aim, act)()

    assert f'<a class="gone" data-note="{NOTE[language]}">the aim</a>' in client.get(address).content.decode()


def test_of_a_page_that_readers_have_not_seen_yet_it_says_so(client, home):
    home.refresh_from_db()
    aim = home.add_child(instance=StandardPage(title="Aim", slug="aim", live=False, locale=home.locale))
    text = f'<p>See <a linktype="page" id="{aim.pk}">the aim</a>.</p>'
    publish(StandardPage(title="Text", slug="text", locale=home.locale, body=[("text", text)]), home)

    assert '<a class="gone" data-note="(not published yet)">the aim</a>' in client.get("/en/text/").content.decode()
