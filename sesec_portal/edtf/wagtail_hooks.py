"""Dates in the admin's comparison of two versions."""

from django.db.models import Model
from wagtail.admin.compare import TextFieldComparison, register_comparison_class

from .fields import EdtfField


class EdtfFieldComparison(TextFieldComparison):
    """Two dates as they were typed."""

    def __init__(self, field: EdtfField, one: Model, other: Model) -> None:
        super().__init__(field, one, other)
        self.val_a, self.val_b = (str(field.value_from_object(thing) or "") for thing in (one, other))


register_comparison_class(EdtfField, comparison_class=EdtfFieldComparison)
