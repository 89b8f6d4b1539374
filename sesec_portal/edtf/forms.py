"""What the admin's forms refuse beyond their fields."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Self

from django.forms import BaseModelFormSet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .periods import certainly_overlap


class NoOverlapForm(WagtailAdminModelForm):
    """Refuses rows of one owner that overlap, beside the date of the later row.

    A form states `no_overlap`: the relation's name, and the fields within which its rows must not overlap.
    """

    no_overlap: Mapping[str, Sequence[str]] = {}

    @classmethod
    def refusing(cls, **no_overlap: Sequence[str]) -> type[Self]:
        """Return a form class that refuses overlaps: `relation=[fields within which rows must not overlap]`."""
        return type(cls.__name__, (cls,), {"no_overlap": no_overlap, "__module__": cls.__module__})

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        for relation, within in self.no_overlap.items():
            if relation in self.formsets and self.formsets[relation].is_valid():
                self._refuse_overlaps(self.formsets[relation], within)
        return cleaned

    def _refuse_overlaps(self, formset: BaseModelFormSet, within: Sequence[str]) -> None:
        given = [form for form in formset.forms if form.instance.pk or form.has_changed()]
        kept = [form for form in given if form not in formset.deleted_forms]
        for one, other in combinations(kept, 2):
            same = all(one.cleaned_data.get(field) == other.cleaned_data.get(field) for field in within)
            if same and certainly_overlap(one.instance, other.instance):
                other.add_error("starts", _("This overlaps another entry in the list. End that one the day before."))
