"""The items of an export, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bs4 import BeautifulSoup

PAGES, FILES = ("post", "page"), ("attachment",)
# Titles and summaries take some hundred characters.
_LONGEST_WORDS = 5000
_NEVER = "0000-00-00 00:00:00"


@dataclass(frozen=True)
class Category:
    """A category or tag of an item: `domain` says which, `slug` is its name in addresses."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True)
class Item:
    """An item of an export, with the texts of its elements; `meta` holds what plugins and WordPress keep beside it."""

    guid: str = ""
    post_id: int = 0
    kind: str = ""
    status: str = ""
    title: str = ""
    link: str = ""
    slug: str = ""
    author: str = ""
    date: str = ""
    date_gmt: str = ""
    modified_gmt: str = ""
    password: str = ""
    parent: int = 0
    file_address: str = ""
    content: str = field(default="", repr=False)
    excerpt: str = field(default="", repr=False)
    categories: tuple[Category, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> tuple[str, int]:
        """What names it in every export of the same site."""
        return self.guid, self.post_id

    @property
    def words_of_title(self) -> str:
        """The title without the markup that WordPress lets stand in it."""
        return plain(self.title)

    @property
    def is_public(self) -> bool:
        """Whether anybody could read it on the former site."""
        return self.status == "publish" and not self.password

    @property
    def day(self) -> str:
        """The day on its calendar, as an EDTF date; "" where the export knows none."""
        moment = _moment(self.date)
        return moment.date().isoformat() if moment else ""

    @property
    def published(self) -> datetime | None:
        """When it was published."""
        return _moment(self.date_gmt) or _moment(self.date)

    @property
    def modified(self) -> datetime | None:
        """When it was changed last, as far as the export knows."""
        moments = [moment for moment in (_moment(self.modified_gmt), self.published) if moment]
        return max(moments, default=None)


def plain(html: str) -> str:
    """Return the words of some HTML, on one line."""
    html = html[:_LONGEST_WORDS]
    text = BeautifulSoup(html, "html.parser").get_text() if "<" in html or "&" in html else html
    return " ".join(text.split())


def _moment(text: str) -> datetime | None:
    if text == _NEVER:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
