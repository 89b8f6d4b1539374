"""Moments in the admin's comparison of two versions."""

from django.db.models import Model
from wagtail.admin.compare import TextFieldComparison, register_comparison_class

from .fields import MomentField
from .words import in_words


class MomentFieldComparison(TextFieldComparison):
    """Two moments in words."""

    def __init__(self, field: MomentField, one: Model, other: Model) -> None:
        super().__init__(field, one, other)
        values = (field.value_from_object(thing) for thing in (one, other))
        self.val_a, self.val_b = (in_words(value, is_end=field.of_day == "ends") if value else "" for value in values)


register_comparison_class(MomentField, comparison_class=MomentFieldComparison)
