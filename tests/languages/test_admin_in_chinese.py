"""Who has chosen Chinese meets no English of Wagtail’s own in the admin: what it has not translated, the portal has."""

import json

import pytest
from wagtail.users.models import UserProfile

# What each place says in English, among what Wagtail has no Chinese for.
EVERYWHERE = ["Show keyboard shortcuts", "Save changes", "Text editing", "Page types usage", "JavaScript is required"]
PLACES = {
    "/admin/": ["Search all pages…", 'Pages <span class="w-sr-only">created in', "Edit account avatar"],
    "/admin/pages/": ["The root level is where you can add new sites"],
    "/admin/pages/{home}/": ["Edited by", "Has child pages", "Date updated", "Anyone can edit this"],
    "/admin/pages/{home}/edit/": [
        *("Anyone can edit this", "– lock it to prevent others", "Available in 2 locales", "Referenced 2 times"),
        *("Schedule to publish", "Choose when this page should go live", "Submit to Approval", "Autosave is paused"),
        *("Actions (footer)", "Toggle checks", "Content metrics", "Reading time", "Empty heading found", "Promote"),
    ],
    "/admin/pages/{phase}/edit/": [
        "Choose source",
        "Choose another person",
        "Edit this source",
        "Submit to Approval by",
    ],
    "/admin/pages/{home}/history/": ["Is commenting action", "Created"],
    "/admin/pages/search/?q=CEN": ["matching pages"],
    "/admin/account/": [
        "Use server language",
        "More contrast",
        "Theme preferences",
        "Save your changes before leaving",
    ],
    "/admin/users/": [],
    "/admin/redirects/": ["Permanent", "Temporary"],
    "/admin/images/": ["Grid layout", "Usage count: (low to high)", "upload one now"],
    "/admin/documents/": ["upload one now"],
    "/admin/locales/": [],
    "/admin/reports/page-types-usage/": [],
    "/admin/reports/workflow/": ["By task"],
}


@pytest.fixture
def shown(client, log_in, home, phase_four):
    """Return what an Administrator sees at an address in a language: `shown("/admin/", "zh-hans")`."""
    profile = UserProfile.get_for_user(log_in("Administrators"))

    def show(address, language):
        profile.preferred_language = language
        profile.save()
        answer = client.get(address.format(home=home.pk, phase=phase_four.pk))
        assert answer.status_code == 200
        return answer.content.decode()

    return show


@pytest.mark.parametrize("address", PLACES)
def test_no_english_of_wagtail_is_left(shown, address):
    english, chinese = (shown(address, language) for language in ("en", "zh-hans"))
    phrases = [*EVERYWHERE, *PLACES[address]]

    assert not [phrase for phrase in phrases if phrase not in english]
    assert not [phrase for phrase in phrases if phrase in chinese]


@pytest.mark.parametrize(
    ("address", "english", "chinese"),
    [
        ("/admin/jsi18n/", "Changes have been autosaved.", "更改已自动保存。"),
        ("/admin/localize/jsi18n/", "Stopping Synced translation", "正在停止同步翻译"),
    ],
)
def test_nor_in_what_scripts_write(shown, address, english, chinese):
    script = shown(address, "zh-hans")

    assert f"{json.dumps(english)}: {json.dumps(chinese)}" in script
