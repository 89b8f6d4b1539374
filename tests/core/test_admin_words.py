"""The admin speaks of this portal: not of Wagtail's releases, of another admin's guide, or of a blog."""

import pytest
from bs4 import BeautifulSoup
from wagtail.users.models import UserProfile

FOREIGN = ["What's new in Wagtail", "What&#x27;s new", "ditor guide", "Editor Guide", "domain.com"]


@pytest.mark.parametrize("group", ["Editors", "Administrators"])
def test_nothing_foreign_is_offered(client, log_in, home, group):
    log_in(group)

    for address in ("/admin/", f"/admin/pages/{home.pk}/edit/", f"/admin/pages/add/home/standardpage/{home.pk}/"):
        html = client.get(address).content.decode()
        assert not [words for words in FOREIGN if words in html], address
    assert "The last part of the page" in html
    assert "keyboard-shortcuts" in html


def test_what_is_not_there_is_told_in_the_portals_words_and_in_the_editors_language(client, log_in):
    user = log_in("Editors")

    answer = client.get("/admin/pages/987654/edit/")

    assert answer.status_code == 404
    told = answer.content.decode()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})
    assert "此网址没有内容" in client.get("/admin/pages/987654/edit/").content.decode()
    assert "There is nothing at this address" in told
    assert "Wagtail" not in BeautifulSoup(told, "html.parser").main.get_text()
