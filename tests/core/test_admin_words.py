"""The admin speaks of this portal: not of Wagtail's releases, of another admin's guide, or of a blog."""

import pytest

FOREIGN = ["What's new in Wagtail", "What&#x27;s new", "ditor guide", "Editor Guide", "domain.com"]


@pytest.mark.parametrize("group", ["Editors", "Administrators"])
def test_nothing_foreign_is_offered(client, log_in, home, group):
    log_in(group)

    for address in ("/admin/", f"/admin/pages/{home.pk}/edit/", f"/admin/pages/add/home/standardpage/{home.pk}/"):
        html = client.get(address).content.decode()
        assert not [words for words in FOREIGN if words in html], address
    assert "The last part of the page" in html
    assert "keyboard-shortcuts" in html
