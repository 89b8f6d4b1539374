"""How a moment is typed: a day, perhaps a time, and the zone in which it was announced."""

from collections.abc import Sequence
from datetime import date, time
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from .moment import Moment
from .zones import choices


class MomentWidget(forms.MultiWidget):
    """Three boxes in a row: day, time, zone. Argument: the `zone` that a new entry offers."""

    def __init__(self, zone: str, attrs: dict[str, object] | None = None) -> None:
        self.zone = zone
        boxes = {
            "day": AdminDateInput(attrs={"aria-label": _("Day"), "placeholder": _("Day")}),
            "time": AdminTimeInput(attrs={"aria-label": _("Time"), "placeholder": _("Time, if known")}),
            "zone": forms.Select(attrs={"aria-label": _("Time zone")}, choices=choices),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Moment | None) -> list[object]:
        return [value.day, value.time, value.zone] if value else [None, None, self.zone]


class MomentFormField(forms.MultiValueField):
    """Takes a moment; a day alone will do, and no day at all is no moment. Argument: the `zone` offered first."""

    def __init__(self, *, zone: str, max_length: int | None = None, **kwargs: object) -> None:
        fields = (
            forms.DateField(error_messages={"invalid": _("This is no day of the calendar. Type it as 2026-11-24.")}),
            forms.TimeField(required=False, error_messages={"invalid": _("This is no time of day. Type it as 17:00.")}),
            forms.ChoiceField(
                choices=choices, error_messages={"invalid_choice": _("Choose a time zone from the list.")}
            ),
        )
        self.zone = zone
        kwargs.pop("empty_value", None)
        options = {**kwargs, "widget": MomentWidget(zone), "require_all_fields": False}
        super().__init__(fields, **options)  # type: ignore[arg-type]

    def clean(self, value: Sequence[object] | None) -> Moment | None:
        day, at, zone = [str(part or "").strip() for part in value or ("", "", "")]
        if not day and not at:
            # The zone is offered, so that alone says nothing.
            return super().clean(["", "", ""])
        if not day:
            raise ValidationError(_("Type the day as well."), code="incomplete")
        return super().clean([day, at, zone or self.zone])

    def compress(self, data_list: Sequence[object]) -> Moment | None:
        if not data_list:
            return None
        day, at, zone = data_list
        try:
            return Moment.of(cast("date", day), at if isinstance(at, time) else None, str(zone or self.zone))
        except ValueError as error:
            raise ValidationError(error.args[0], code="invalid") from error

    def has_changed(self, initial: object, data: object) -> bool:
        try:
            return initial != self.clean(data if isinstance(data, Sequence) else None)
        except ValidationError:
            return True
