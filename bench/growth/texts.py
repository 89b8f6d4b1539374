"""Pages of text in sections, as the news and the library of many years would fill them."""

from wagtail.models import PageViewRestriction

from sesec_portal.home.models import HomePage, StandardPage

from . import words
from .registers import both

# How many pages lie below one page, at most.
WIDEST = 100


def grow(builder, count):
    """Add `count` pages of text, half of them Chinese, under a page called archive.

    Of the Chinese, one in five only stands in for its English page; one page in fifty is a draft, and one section in
    twenty is private.
    """
    pairs = []
    for number in range(count // 2):
        # As in a heap: the pages below page n are n * WIDEST + 1 to n * WIDEST + WIDEST.
        above = pairs[(number - 1) // WIDEST] if number else both(HomePage)
        is_leaf = number * WIDEST + 1 >= count // 2
        pairs.append(_pair(builder, above, number, live=not (is_leaf and number % 50 == 49)))
    builder.flush()
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page=page.page_ptr, restriction_type="login")
        for pair in pairs[8 : WIDEST + 1 : 20]
        for page in pair
    )


def _pair(builder, above, number, *, live):
    pages = []
    for language, parent in enumerate(above):
        alias = bool(language) and number % 5 == 4
        spoken = 0 if alias else language
        page = builder.add(
            StandardPage,
            parent,
            language=language,
            like=pages[0] if language else None,
            alias=alias,
            live=live,
            title=words.title(number, spoken),
            slug=f"text-{number}" if number else "archive",
            summary=words.sentence(number, spoken),
            body=words.body(StandardPage, number, spoken),
        )
        pages.append(page)
    return pages
