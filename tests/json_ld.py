"""What a page tells machines, read back and held against the vocabulary of schema.org."""

import json
import re

from bs4 import BeautifulSoup

from tests.databases import ROOT

VOCABULARY = json.loads((ROOT / "tests/data/schema_org.json").read_text(encoding="utf-8"))
TYPES, PROPERTIES, MEMBERS = VOCABULARY["types"], VOCABULARY["properties"], VOCABULARY["members"]
SHAPES = {
    "Date": r"\d{4}(-\d\d(-\d\d)?)?",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d",
    "URL": r"https?://[^\s<>\"{}]+",
    "Text": r"(?s).*\S.*",
}


def graph_of(client, address):
    """Return the things that a page tells machines, as its one JSON-LD block lists them."""
    response = client.get(address)
    assert response.status_code == 200, address
    return read(response.content)


def read(html):
    blocks = BeautifulSoup(html, "html.parser").head.find_all("script", type="application/ld+json")
    assert len(blocks) == 1
    data = json.loads(blocks[0].string)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def things(client, address):
    """Return what the page is about: all but the website, the breadcrumbs and the page."""
    return graph_of(client, address)[3:]


def about(client, address):
    [thing] = things(client, address)
    return thing


def kinds_of(kind):
    """Return a type with all its parents, up to the first."""
    assert kind in TYPES, f"{kind} is no type of schema.org {VOCABULARY['version']} that tests/data/schema_org.json has"
    return {kind}.union(*(kinds_of(parent) for parent in TYPES[kind]))


def faults(thing, wrapped=None):
    """Yield what schema.org does not allow in a thing. `wrapped`: the property whose value a Role stands in for."""
    kinds = kinds_of(thing["@type"])
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        plain = name.removesuffix("-input")
        if plain not in PROPERTIES:
            yield f"no property {plain}"
            continue
        # A Role repeats the property that it qualifies: https://schema.org/Role
        if plain != wrapped and not kinds & set(PROPERTIES[plain]["domain"]):
            yield f"{plain} is no property of {thing['@type']}"
        wanted = ["PropertyValueSpecification", "Text"] if name != plain else PROPERTIES[plain]["range"]
        for value in values if isinstance(values, list) else [values]:
            yield from (f"{thing['@type']}.{name}: {fault}" for fault in faults_of_value(value, wanted, name))


def faults_of_value(value, wanted, name):
    if not isinstance(value, dict):
        if not kinds_of_plain(value) & set(wanted):
            yield f"{value!r} is none of {wanted}"
    elif "@type" not in value:
        if set(value) != {"@id"}:
            yield f"{value} has no type"
    elif "Role" in kinds_of(value["@type"]):
        yield from faults(value, wrapped=name)
        if name not in value:
            yield f"a role that does not repeat {name}"
    else:
        yield from faults(value)
        if not kinds_of(value["@type"]) & set(wanted):
            yield f"{value['@type']} is none of {wanted}"


def kinds_of_plain(value):
    """Return all that a number or a text may be: a member of an enumeration is nothing else."""
    if isinstance(value, int):
        return {"Integer", "Number"}
    member = MEMBERS.get(value.removeprefix("https://schema.org/"))
    return set(member or (kind for kind, shape in SHAPES.items() if re.fullmatch(shape, value)))


def every(value):
    """Yield each dict in a structure, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every(part)
