"""The dates of a phase as one sentence."""

from html import unescape

from django.template.loader import render_to_string
from django.utils.html import strip_tags


def dates_in_words(phase):
    """Return the dates of a phase in plain words of the active language, as its page prints them; "" for none."""
    if not phase.first_date:
        return ""
    return unescape(strip_tags(render_to_string("phases/includes/phase_dates.html", {"phase": phase}))).strip()
