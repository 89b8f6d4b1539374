"""How many messages the contact form sends on, whoever writes them: a mailbox is not filled from many networks."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from sesec_portal.accounts import rate_limit
from sesec_portal.home.models.reached import contact
from sesec_portal.languages.punctuation import colon, listed

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class Ceiling(NamedTuple):
    """A ceiling that is reached: what to tell whoever writes, and how long the form sends nothing on."""

    sentence: str
    wait: timedelta


def reached() -> Ceiling | None:
    """Count a message, and return the ceiling that keeps it from being sent, or None."""
    if wait := rate_limit.consume_of_all("contact hour", _HOUR, settings.CONTACT_MESSAGES_AN_HOUR):
        begin = _(
            "This form sends no more messages within this hour. What you typed is still here: send it in an hour."
        )
    elif wait := rate_limit.consume_of_all("contact day", _DAY, settings.CONTACT_MESSAGES_A_DAY):
        begin = _("This form sends no more messages today. What you typed is still here: send it tomorrow.")
    else:
        return None
    otherwise = _("You reach the project otherwise by %(ways)s.") % {"ways": listed(_other_ways())}
    return Ceiling(f"{begin} {otherwise}", wait)


def _other_ways() -> list[str]:
    kept = contact().settings
    lines = [kept.shown_operator, *kept.shown_address.splitlines()]
    address = listed(filter(None, lines)) if kept.shown_address else ""
    ways = {_("e-mail"): kept.email, _("telephone"): kept.telephone, "WeChat": kept.wechat, _("letter"): address}
    return [f"{way}{colon()}{where}" for way, where in ways.items() if where]
