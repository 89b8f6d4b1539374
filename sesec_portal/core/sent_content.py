"""Whether what a form was sent with is anything else than what a version holds.

Wagtail 7.4 asks the form whether it has changed. A row of a list that is only drafted has no key yet, and counts as new
each time it is sent: its approval made a version that needed an approval of its own, for ever.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.forms import BaseModelFormSet, ModelForm
from modelcluster.models import get_serializable_data_for_fields
from wagtail.admin.forms import WagtailAdminModelForm


def differs(form: WagtailAdminModelForm, version: Model) -> bool:
    """Tell whether a form, which is valid, holds anything else than a version: its page or record as that has it."""
    if _values(form.instance, form.changed_data) != _values(version, form.changed_data):
        return True
    changed = {name: formset for name, formset in form.formsets.items() if formset.has_changed()}
    # Comments of Wagtail's own are no part of a version.
    return any(not hasattr(version, name) or _rows_differ(changed[name], getattr(version, name)) for name in changed)


def _rows_differ(formset: BaseModelFormSet, kept: object) -> bool:
    names = list(formset.empty_form.fields)
    sent: list[ModelForm] = formset.ordered_forms if formset.can_order else formset.forms
    rows = [_values(form.instance, names) for form in sent if form not in formset.deleted_forms]
    return rows != [_values(row, names) for row in kept.all()]  # type: ignore[attr-defined]  # a manager


def _values(thing: Model, names: Iterable[str]) -> dict[str, object]:
    known = get_serializable_data_for_fields(thing)
    return {name: known[name] for name in names if name in known}
