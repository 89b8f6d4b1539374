"""A model field that keeps a moment as it was announced, beside the instant that it means."""

from collections.abc import Sequence
from typing import Literal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from .forms import MomentFormField
from .moment import GRAMMAR, Moment, parse
from .zones import BRUSSELS


def _read(value: object) -> Moment | None:
    """Return a Moment or None; raises ValidationError for a text that is none."""
    if value is None or isinstance(value, Moment):
        return value
    text = str(value).strip()
    if not text:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise ValidationError(_("This is no moment: %(text)s") % {"text": text}, code="invalid") from error


class _Instant(DeferredAttribute):
    """Keeps the column of the instant in step with what was announced."""

    field: "MomentField"

    def __set__(self, instance: models.Model, value: object) -> None:
        try:
            value = _read(value)
        except ValidationError:
            instance.__dict__[self.field.attname] = value
            return
        instance.__dict__[self.field.attname] = value
        setattr(instance, self.field.instant_field, value and getattr(value, self.field.of_day))


class MomentField(models.CharField):
    """A Moment or None, stored in the form of RFC 9557.

    Arguments: `instant_field`, the name of a nullable column made by `instant`, which the model must declare before
    this field; `of_day`, whether a day alone means the instant in which it "starts" or in which it "ends"; `zone`, the
    IANA name that a form offers first.
    """

    description = _("Local date and time with a time zone")
    descriptor_class = _Instant
    column: str
    # By this name django-stubs asks what an instance has.
    _pyi_private_get_type: Moment | None  # type: ignore[assignment]  # no text, as other fields of characters have

    def __init__(
        self,
        *args: object,
        instant_field: str,
        of_day: Literal["starts", "ends"] = "starts",
        zone: str = BRUSSELS,
        **kwargs: object,
    ) -> None:
        kwargs.setdefault("max_length", 64)
        self.instant_field, self.of_day, self.zone = instant_field, of_day, zone
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come

    @property
    def derived_columns(self) -> tuple[str]:
        """The field that follows from this one."""
        return (self.instant_field,)

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """Let PostgreSQL hold what a moment looks like, and that its instant is there when it is."""
        column = connection.ops.quote_name(self.column)
        instant = connection.ops.quote_name(self.instant_field)
        return f"{column} ~ '^({GRAMMAR})?$' AND ({column} = '') = ({instant} IS NULL)"

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        name, path, args, kwargs = super().deconstruct()
        own = {"instant_field": self.instant_field, "of_day": self.of_day, "zone": self.zone}
        return name, path, args, {**kwargs, **own}

    def from_db_value(self, value: str, expression: Expression, connection: BaseDatabaseWrapper) -> Moment | None:
        return _read(value)

    def to_python(self, value: object) -> Moment | None:
        return _read(value)

    def get_prep_value(self, value: object) -> str:
        return "" if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value: object) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: object) -> forms.Field | None:
        options = {"form_class": MomentFormField, "zone": self.zone, "max_length": None, **kwargs}
        return super().formfield(**options)  # type: ignore[arg-type]  # handed on as they come


def instant() -> models.DateTimeField:
    """Return the column that holds the instant of a MomentField."""
    return models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
