"""Rules that PostgreSQL holds, told to the editor beside the field that they are about."""

from collections.abc import Collection

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models


class ConstraintsBesideFields(models.Model):
    """A model whose constraints name, as `violation_error_code`, the field beside which their sentence is shown."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Check every constraint, those over columns that a field keeps in step with itself too.

        Argument: the names of the fields to leave out. Raises ValidationError, with each sentence under the field
        that the constraint names.
        """
        excluded = set(exclude or ())
        for field in self._meta.get_fields():
            if field.name not in excluded:
                excluded -= set(getattr(field, "derived_columns", ()))
        try:
            super().validate_constraints(exclude=excluded)
        except ValidationError as refusal:
            beside: dict[str, list[ValidationError]] = {}
            for place, errors in refusal.error_dict.items():
                for error in errors:
                    code = str(error.code)
                    named = place == NON_FIELD_ERRORS and hasattr(self, code) and code not in excluded
                    beside.setdefault(code if named else place, []).append(error)
            raise ValidationError(beside) from refusal
