"""The five first things, on the admin's front page until somebody has put them away."""

from collections.abc import Mapping
from typing import cast

from django.contrib.auth.models import User
from wagtail.admin.ui.components import Component
from wagtail.users.models import UserProfile

# By which Wagtail keeps, with the account, that the card was put away.
DISMISSIBLE = "first-things"


def has_put_them_away(user: User) -> bool:
    """Tell whether somebody has."""
    profile = cast(UserProfile | None, getattr(user, "wagtail_userprofile", None))
    return bool(profile and profile.dismissibles.get(DISMISSIBLE))


class FirstThingsPanel(Component):
    """The card."""

    name = "first-things"
    template_name = "guide/admin/first_things.html"
    order = 10

    class Media:
        css = {"all": ["css/guide.css"]}

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        """Return by which name the card is put away."""
        return {"dismissible": DISMISSIBLE}
