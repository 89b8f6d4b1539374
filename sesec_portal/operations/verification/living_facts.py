"""Texts that name a living fact which the portal does not have, or which is asked of something that is gone."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model, TextField
from django.db.models.functions import Cast
from wagtail.fields import RichTextField, StreamField

from sesec_portal.living_facts.fact import fact_of
from sesec_portal.living_facts.printing import facts_in

from .problem import Problem, listed


def problems() -> Iterator[Problem]:
    """Yield what prints nothing, or nothing but that nothing is on record."""
    if wrong := {f"{what} ({name})" for what, name in _unprintable()}:
        yield Problem(
            f"texts with a living fact that the portal does not have: {listed(wrong)}",
            "take it out of the text in the admin, or bring back what it told of",
        )


def _unprintable() -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, RichTextField | StreamField):
                for pk, text in _texts(model, field.attname):
                    for code, key in facts_in(text):
                        if not _is_known(code, key):
                            yield f"{model._meta.model_name} {pk}", f"{code} {key}".strip()


def _texts(model: type[Model], column: str) -> Iterator[tuple[object, str]]:
    """Yield the primary key and the text of each row in whose column living facts stand."""
    rows = model._default_manager.annotate(written=Cast(column, TextField())).filter(written__contains=" fact=")
    for pk, text in rows.values_list("pk", "written").iterator():
        # As JSON a stream keeps it.
        yield pk, text.replace('\\"', '"')


def _is_known(code: str, key: str) -> bool:
    fact = fact_of(code)
    asked_of = fact and fact.asked_of(key)
    if not fact or not asked_of:
        return fact is not None
    model, primary_key = asked_of
    return primary_key.isdecimal() and model._default_manager.filter(pk=primary_key).exists()
