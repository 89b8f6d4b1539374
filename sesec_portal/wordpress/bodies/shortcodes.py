"""What WordPress writes in square brackets: captions and galleries become HTML, the rest goes."""

import re
from html import escape

from .known import Known

_OWN = ("audio", "video", "playlist", "embed", "gallery", "caption", "wp_caption")
_CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\]]{0,1000})\](.{0,1500}?)\[/(?:wp_)?caption\]", re.S | re.I)
_PICTURE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.I)
_GALLERY = re.compile(r"\[gallery\b([^\]]{0,1000})\]", re.I)
_IDS = re.compile(r"""\b(?:ids|include)=["']?([\d,\s]+)""")
_CAPTION_ATTRIBUTE = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
# One that is WordPress' own, has attributes, or closes: "[sic]" and "[1]" are words of the text.
_CODE = re.compile(r"(?<!\[)\[(/?)([a-z][\w-]{1,40})((?:\s+[\w-]{1,40}=[^\]]{0,1000})?)\s*/?\](?!\])", re.I)


def replace(html: str, known: Known, post_id: int) -> tuple[str, list[str]]:
    """Return HTML without shortcodes, and what is to be said of those that are gone.

    Arguments: the HTML; what is Known of the former site; the number of the post, whose pictures a gallery shows that
    names none.
    """
    if "[" not in html:
        return html, []
    html = _CAPTION.sub(_figure, html)
    notes: list[str] = []

    def gallery(found: re.Match[str]) -> str:
        pictures = _gallery(found[1], known, post_id)
        if not pictures:
            notes.append("the pictures of a gallery are not among the attachments")
        return pictures

    html = _GALLERY.sub(gallery, html)
    closing = {found[2].lower() for found in _CODE.finditer(html) if found[1]}

    def drop(found: re.Match[str]) -> str:
        name = found[2].lower()
        if name not in _OWN and name not in closing and not found[3]:
            return found[0]
        if not found[1]:
            notes.append(f"the shortcode [{name}] is left out")
        return ""

    return _CODE.sub(drop, html).replace("[[", "[").replace("]]", "]"), notes


def _figure(found: re.Match[str]) -> str:
    attributes, inside = found[1], found[2]
    picture = _PICTURE.search(inside)
    if not picture:
        return inside
    said = _CAPTION_ATTRIBUTE.search(attributes)
    caption = inside[picture.end() :].strip() or escape((said[1] or said[2] or "") if said else "")
    return f"<figure>{picture[0]}<figcaption>{caption}</figcaption></figure>"


def _gallery(attributes: str, known: Known, post_id: int) -> str:
    named = _IDS.search(attributes)
    numbers = [int(one) for one in named[1].split(",") if one.strip().isdigit()] if named else []
    return "".join(f'<img class="wp-image-{number}">' for number in numbers or known.by_post.get(post_id, []))
