"""What is told to somebody who may not delete, change or take down something: what refers to it, with links."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

_SHOWN = 10


def named_and_linked(things: Iterable[Model], user: AbstractBaseUser | AnonymousUser) -> tuple[str, list[object]]:
    """Return the first ten things in a row of words, and a button for `wagtail.admin.messages` to each.

    Only what the user may open has a button.
    """
    ordered = sorted(things, key=lambda thing: (thing._meta.label, thing.pk))
    named = [f"{capfirst(kind_of(thing))} “{thing}”" for thing in ordered[:_SHOWN]]
    if len(ordered) > _SHOWN:
        named.append(_("%(number)d more") % {"number": len(ordered) - _SHOWN})
    finder = AdminURLFinder(user)
    addresses = [(finder.get_edit_url(thing), str(thing)) for thing in ordered[:_SHOWN]]
    return get_text_list(named, _("and")), [messages.button(address, name) for address, name in addresses if address]


def kind_of(thing: Model) -> str:
    """Return what kind of thing something is, in words."""
    # A page may come as a plain one.
    return str((getattr(thing, "specific_class", None) or thing)._meta.verbose_name)


def way_back(request: HttpRequest) -> str:
    """Return the address to which somebody is led whose act is refused: the form of the thing that it was about.

    Of several things it is the list in which they were chosen, and the front page of the admin where neither is known.
    """
    place = request.resolver_match
    try:
        # Wagtail's views of one page, entry, picture or document have one name each, and take the same key.
        return reverse(f"{place.namespace}:edit", args=place.args, kwargs=place.captured_kwargs) if place else ""
    except NoReverseMatch:
        came_from = request.GET.get("next") or request.headers.get("Referer", "")
        here = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
        return came_from if here and request.path not in came_from else reverse("wagtailadmin_home")
