"""The partners in the words of schema.org."""

from django.utils.translation import gettext

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.structured_data import node, role
from sesec_portal.languages.records import bilingual


def reference(partner, **properties):
    """Return as much of a partner as tells which one it is; asks the database nothing.

    The European Commission alone is part of a government.
    """
    kind = "GovernmentOrganization" if partner.kind == partner.Kind.EU_INSTITUTION else "Organization"
    about = {"name": partner.acronym, **properties}
    return node(kind, id=f"{absolute(partner.url)}#organization", **about)


def organization(partner):
    """Return a partner with its name of today, its acronym, its address and its website; needs its names."""
    name = partner.name_now
    address = node("PostalAddress", addressLocality=bilingual(partner, "seat"), addressCountry=partner.country.code)
    return reference(
        partner,
        name=bilingual(name, "name") if name and not name.sample else partner.title,
        alternateName=partner.acronym_then,
        address=address if len(address) > 1 else None,
        url=partner.website,
    )


def members(partners):
    """Return the partners as members of the project; needs their names."""
    return [role(gettext("partner"), of="member", member=organization(partner)) for partner in partners]


def person(someone):
    """Return a person who agreed to be named, else None."""
    return node("Person", name=someone.published_name) if someone and someone.may_be_named else None
