"""A model field and a form field for dates in EDTF, and what keeps the database to their grammar."""

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models.expressions import Expression
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from .dates import GRAMMAR, PartialDate, parse


def _read(value: object) -> PartialDate | None:
    """Return a PartialDate or None; raises ValidationError for a text that is no date."""
    if value is None or isinstance(value, PartialDate):
        return value
    text = str(value).strip()
    if not text:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise ValidationError(error.args[0], code="invalid") from error


class EdtfFormField(forms.CharField):
    """A text box that takes a date in EDTF and says what to type when it cannot be read."""

    def to_python(self, value: object) -> PartialDate | None:  # type: ignore[override]  # no text, as other boxes give
        return _read(value)

    def has_changed(self, initial: object, data: object) -> bool:
        return str(initial or "") != str(data or "").strip()


class _Bounds(DeferredAttribute):
    """Keeps the columns of the earliest and the latest day in step with the date."""

    field: "EdtfField"

    def __set__(self, instance: models.Model, value: object) -> None:
        try:
            value = _read(value)
        except ValidationError:
            instance.__dict__[self.field.attname] = value
            return
        instance.__dict__[self.field.attname] = value
        setattr(instance, self.field.earliest_field, value and value.earliest)
        setattr(instance, self.field.latest_field, value and value.latest)


class EdtfField(models.CharField):
    """A date in EDTF, stored as it was typed, beside the earliest and the latest day it can mean.

    Arguments: `earliest_field` and `latest_field`, the names of two nullable date columns, which the model must
    declare before this field so that a new instance fills them last. The Python value is a PartialDate or None.
    """

    description = _("Date in EDTF")
    descriptor_class = _Bounds
    column: str
    # By this name django-stubs asks what an instance has.
    _pyi_private_get_type: PartialDate | None  # type: ignore[assignment]  # no text, as other fields of characters have

    def __init__(self, *args: object, earliest_field: str, latest_field: str, **kwargs: object) -> None:
        kwargs.setdefault("max_length", 16)
        self.earliest_field, self.latest_field = earliest_field, latest_field
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come

    @property
    def derived_columns(self) -> tuple[str, str]:
        """The fields that follow from this one."""
        return self.earliest_field, self.latest_field

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """Let PostgreSQL hold what a date looks like, and that its bounds are there when it is."""
        column = connection.ops.quote_name(self.column)
        bounds = f"{connection.ops.quote_name(self.earliest_field)}, {connection.ops.quote_name(self.latest_field)}"
        # In the statements that make columns, a plain per cent sign would ask for a parameter.
        form = GRAMMAR.replace("%", r"\x25")
        return f"{column} ~ '^({form})?$' AND num_nonnulls({bounds}) = CASE WHEN {column} = '' THEN 0 ELSE 2 END"

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "earliest_field": self.earliest_field, "latest_field": self.latest_field}

    def from_db_value(self, value: str, expression: Expression, connection: BaseDatabaseWrapper) -> PartialDate | None:
        return _read(value)

    def to_python(self, value: object) -> PartialDate | None:
        return _read(value)

    def get_prep_value(self, value: object) -> str:
        return "" if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value: object) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: object) -> forms.Field | None:
        # No limit in the browser: it would cut off what was typed before anybody could say what is wrong with it.
        options = {"form_class": EdtfFormField, "max_length": None, **kwargs}
        return super().formfield(**options)  # type: ignore[arg-type]  # handed on as they come


def bound() -> models.DateField:
    """Return a date column that holds one bound of an EdtfField."""
    return models.DateField(null=True, blank=True, editable=False, db_index=True)


class RenewDateChecks(Operation):
    """A step of a migration after which PostgreSQL holds the dates of an app to the grammar as it is now.

    Django makes a field's check together with its column and does not look at it again; each app that has an EdtfField
    needs this step when the grammar changes. On the way back the check stays: the release before does without it too.
    """

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave the models as they are."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in to_state.apps.get_app_config(app_label).get_models():
            for field in model._meta.local_fields:
                if isinstance(field, EdtfField) and self.allow_migrate_model(schema_editor.connection.alias, model):
                    _renew_check(schema_editor, model._meta.db_table, field)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Leave the check as it is."""

    def describe(self) -> str:
        return "Hold dates to the grammar of EDTF as it is now"

    @property
    def migration_name_fragment(self) -> str:
        return "date_checks"


def _renew_check(schema_editor: BaseDatabaseSchemaEditor, table: str, field: EdtfField) -> None:
    """Put the check that a field asks for in the place of those over the same columns, whatever their names."""
    columns = {field.column, field.earliest_field, field.latest_field}
    with schema_editor.connection.cursor() as cursor:
        constraints = schema_editor.connection.introspection.get_constraints(cursor, table)
    former = [name for name, known in constraints.items() if known["check"] and set(known["columns"]) == columns]
    quote = schema_editor.quote_name
    steps = [f"DROP CONSTRAINT {quote(name)}" for name in former]
    added = quote(f"{table}_{field.column}_check")
    steps.append(f"ADD CONSTRAINT {added} CHECK ({field.db_check(schema_editor.connection)})")
    schema_editor.execute(f"ALTER TABLE {quote(table)} {', '.join(steps)}", params=None)
