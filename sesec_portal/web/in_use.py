"""What still refers to something that somebody wanted to delete, in a sentence and with links."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import ProtectedError, RestrictedError
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

_SHOWN = 10


def refusal(fault: ProtectedError | RestrictedError, user: User | AnonymousUser) -> tuple[str, list[object]]:
    """Return what to tell a user whose deletion Django refused, and buttons for `wagtail.admin.messages`.

    The sentence names the first ten things in use of it; each that the user may open has a button.
    """
    found = fault.protected_objects if isinstance(fault, ProtectedError) else fault.restricted_objects
    things = sorted(found, key=lambda thing: (thing._meta.label, thing.pk))
    named = [f"{capfirst(str(thing._meta.verbose_name))} “{thing}”" for thing in things[:_SHOWN]]
    if len(things) > _SHOWN:
        named.append(_("%(number)d more") % {"number": len(things) - _SHOWN})
    finder = AdminURLFinder(user)
    addresses = [(finder.get_edit_url(thing), str(thing)) for thing in things[:_SHOWN]]
    sentence = _("Nothing was deleted, because this still refers to it: %(things)s.")
    buttons = [messages.button(address, name) for address, name in addresses if address]
    return sentence % {"things": get_text_list(named, _("and"))}, buttons
