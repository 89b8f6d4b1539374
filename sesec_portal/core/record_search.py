"""How the entries of a register are found in the admin, beside the pages too."""

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.contrib.admin.utils import quote
from django.db.models import IntegerField, Model, Q, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.search import SearchArea
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .admin_titles import admin_title_of

# How many entries stand beside the pages found.
_MOST = 5


def found(entries: QuerySet, words: str, fields: Iterable[str]) -> QuerySet:
    """Return the entries that have each of some words in one of the fields, of lists beside them too.

    Part of a word is enough, accents and capitals make no difference; a number is found as a whole. “2016/3” are two
    words.
    """
    model = entries.model
    asked = [word for word in re.split(r"[\s/]+", words) if word]
    for word in asked:
        has_it = reduce(or_, (_stands_in(model, field, word) for field in fields))
        entries = entries.filter(pk__in=model._base_manager.filter(has_it).values("pk"))
    return entries


def _stands_in(model: type[Model], path: str, word: str) -> Q:
    if isinstance(_field(model, path), IntegerField):
        return Q(**{path: int(word)}) if re.fullmatch("[0-9]{1,9}", word) else Q(pk__in=[])
    if word.isdecimal():
        return Q(**{f"{path}__regex": f"(^|[^0-9]){word}([^0-9]|$)"})
    return Q(**{f"{path}__unaccent__icontains": word})


def _field(model: type[Model], path: str) -> Any:  # noqa: ANN401  a field of whatever kind
    name, _separator, rest = path.partition(LOOKUP_SEP)
    field: Any = model._meta.get_field(name)
    return _field(field.related_model, rest) if rest else field


class RecordIndexView(IndexView):
    """The list of a register."""

    def get_base_queryset(self) -> QuerySet:
        """Return the entries with what their columns name, by one query."""
        return super().get_base_queryset().select_related(*keys_in(self.model, self.list_display))

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return those that are asked for."""
        return found(queryset, self.search_query, self.search_fields) if self.is_searching else queryset


def keys_in(model: type[Model], columns: Iterable[object]) -> list[str]:
    """Return which of some columns are keys to something else."""
    keys = {field.name for field in model._meta.concrete_fields if field.is_relation}
    return [column for column in columns if column in keys]


class Found(NamedTuple):
    """What one register has of what is asked for."""

    label: object
    number: int
    address: str
    first: list[tuple[str, str]]


class RecordSearchArea(SearchArea):
    """A register beside the pages in the admin's search, for whoever may see it, with how many entries are found."""

    def __init__(self, viewset: SnippetViewSet) -> None:
        super().__init__(
            viewset.menu_label,
            reverse(viewset.get_url_name("list")),
            name=viewset.model._meta.model_name,
            icon_name=viewset.icon,
            order=700,
        )
        self.viewset = viewset

    def is_shown(self, request: HttpRequest) -> bool:
        policy = self.viewset.permission_policy
        return policy.user_has_any_permission(request.user, ["view", "add", "change", "delete"])

    def render_html(self, request: HttpRequest, query: str, current: str | None = None) -> str:
        """Return the tab; of a search with the number of entries found."""
        label = f"{self.label} ({self._found(query).count()})" if query else self.label
        told = {name: getattr(self, name) for name in ("name", "url", "classname", "icon_name", "attr_string")}
        context = {**told, "label": label, "active": self.is_active(request, current), "query_string": query}
        return render_to_string(self.template, context, request=request)

    def first_of(self, query: str) -> Found:
        """Return how many entries are found, and the first of them with the addresses of their forms."""
        entries = self._found(query)
        keys = keys_in(self.viewset.model, self.viewset.list_display)
        form = self.viewset.get_url_name("edit")
        first = [
            (admin_title_of(entry), reverse(form, args=[quote(entry.pk)]))
            for entry in entries.select_related(*keys)[:_MOST]
        ]
        return Found(self.label, entries.count(), f"{self.url}?{urlencode({'q': query})}", first)

    def _found(self, query: str) -> QuerySet:
        return found(self.viewset.model._default_manager.all(), query, self.viewset.search_fields)
