"""What pages of partners show of the phases, and where a person has a page."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext

from phases.models import ExpertPage, PhasePage
from sesec_portal.languages.marking import mark_foreign

register = template.Library()


@register.simple_tag
def roles_of(partner):
    """Return the published phases in which a partner takes part, by date, each with its roles: a list of pairs."""
    held = [
        (phase, [role for role in phase.participations.all() if role.partner_id == partner.pk])
        for phase in PhasePage.listed()
    ]
    return [(phase, roles) for phase, roles in held if roles]


@register.simple_tag
def expert_pages():
    """Return the pages of people, by the person's primary key; asked for once on a page, however many it names."""
    return ExpertPage.by_person()


@register.simple_tag
def named(person, pages):
    """Print a person's name, as far as it may be told; a link to the own page, where one is among these pages."""
    name, own = mark_foreign(person.published_name or gettext("Name not published")), page_of(pages, person)
    return format_html('<a href="{}">{}</a>', own.url, name) if own else name


@register.filter
def page_of(pages, person):
    """Return which of these pages (`expert_pages`) is that of a named person, as shown to the reader; or None."""
    page = pages.get(person.pk) if person.may_be_named else None
    return page and page.shown
