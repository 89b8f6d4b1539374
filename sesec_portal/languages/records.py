"""A register's row carries its few words twice: `name` in the first language and `name_zh` in Chinese."""

from django.utils.translation import get_language


def bilingual(record: object, field: str) -> str:
    """Return a record's field in the active language.

    A register's row carries its few words twice: `name` in the first language and `name_zh` in Chinese. Where
    the Chinese is empty the first language's words are returned.
    """
    words = getattr(record, field)
    if get_language() == "zh-hans":
        return getattr(record, f"{field}_zh", "") or words
    return words
