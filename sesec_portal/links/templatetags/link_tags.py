"""What refers to something, beside the question whether it may go."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.contrib.auth.models import User
from django.db.models import Model
from wagtail.admin.admin_url_finder import AdminURLFinder

from sesec_portal.approval.refusals import kind_of
from sesec_portal.core.admin_titles import admin_title_of
from sesec_portal.links.uses import uses_of

register = template.Library()

_SHOWN = 20


@register.inclusion_tag("links/admin/used_in.html", takes_context=True)
def used_in(context: Mapping[str, Any], things: Model | Iterable[Any]) -> dict[str, object]:
    """Name what refers to a thing, or to several, which may come as Wagtail's rows of an act on several."""
    several = [things] if isinstance(things, Model) else things
    uses = uses_of(each["item"] if isinstance(each, dict) else each for each in several)
    user = context["request"].user
    return {
        "published": _listed(uses.published, user),
        "drafts": _listed(uses.drafts, user),
        "awaiting": [admin_title_of(thing) for thing in uses.awaiting],
    }


def _listed(uses: list[Model], user: User) -> dict[str, object]:
    """Return the first of these things, each with its kind and the address of its form, and the number of others."""
    ordered = sorted(uses, key=lambda use: (use._meta.label, admin_title_of(use)))
    finder = AdminURLFinder(user)
    rows = [(kind_of(use), admin_title_of(use), finder.get_edit_url(use)) for use in ordered[:_SHOWN]]
    return {"rows": rows, "more": len(ordered) - len(rows)}
