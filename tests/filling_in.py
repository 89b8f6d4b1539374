"""The admin's forms as a browser would send them."""

from bs4 import BeautifulSoup


def filled_in(html, **typed):
    """Return what a browser would send for the form of a page or record."""
    form = BeautifulSoup(html, "html.parser").find("form", attrs={"data-edit-form": True})
    sent = {}
    for field in form.find_all(["input", "textarea", "select"], attrs={"name": True}):
        if field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            sent[field["name"]] = chosen["value"] if chosen else ""
        elif field.name == "textarea":
            sent[field["name"]] = field.text.strip()
        elif field.get("type") not in {"checkbox", "radio", "submit"} or field.has_attr("checked"):
            sent[field["name"]] = field.get("value", "")
    # A script makes the lists of blocks.
    sent |= {f"{place['id']}-count": "0" for place in form.find_all(id=True, attrs={"data-controller": "w-block"})}
    return {name: value for name, value in {**sent, **typed}.items() if "__prefix__" not in name}
