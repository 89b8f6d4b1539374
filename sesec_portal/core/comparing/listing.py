"""How the comparison of two versions sets out a list: the entries that changed, and how many between them did not."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .marking import replaced


def listed_changes(told: Iterable[SafeString | None]) -> SafeString:
    """Return the entries one below the other; None stands for one that is the same in both versions."""
    parts, same = [], 0
    for html in [*told, ""]:
        if html is None:
            same += 1
            continue
        parts += [_unchanged(same), html] if same else [html]
        same = 0
    return format_html_join("", "{}", ((part,) for part in parts))


def entry_in_list(change: str, heading: str, html: SafeString, *, is_moved: bool) -> SafeString:
    """Return one entry. `change`: "addition", "deletion" or nothing; `heading`: what kind of thing it is, if told."""
    remark = replaced("", _("moved")) if is_moved else ""
    first = format_html("<strong>{}</strong> {}", heading, remark) if heading or remark else ""
    return format_html('<div class="comparison__child-object {}">{}<div>{}</div></div>', change, first, html)


def labelled(entries: Iterable[tuple[str, SafeString]]) -> SafeString:
    """Return values below their labels; those that are empty are left out."""
    told = format_html_join("", "<dt>{}</dt><dd>{}</dd>", [(label, html) for label, html in entries if html])
    return format_html('<dl class="comparison__list">{}</dl>', told)


def _unchanged(number: int) -> SafeString:
    said = ngettext("… %(number)s unchanged", "… %(number)s unchanged", number) % {"number": number}
    return format_html('<p class="help-block">{}</p>', said)
