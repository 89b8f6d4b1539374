"""Keys to pages that hold facts: an editor may choose such a page in any language, and the first language's is kept."""

from django.db import models


class _ToOriginal:
    # What it has as a key.
    name: str
    column_path: str

    def clean(self, value: object, model_instance: models.Model | None) -> object:
        """Return the primary key of the chosen page's original; raises ValidationError as every field does."""
        chosen = super().clean(value, model_instance)  # type: ignore[misc]  # every field has it
        page = getattr(model_instance, self.name) if chosen is not None else None
        return page.original.pk if page else chosen

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, object]]:
        # The column is as any other key's, so that migrations need not know the rule.
        name, _path, args, kwargs = super().deconstruct()  # type: ignore[misc]  # every field has it
        return name, self.column_path, args, kwargs


class OriginalPageKey(_ToOriginal, models.ForeignKey):
    """A foreign key to a page, which is cleaned to that page in the first language."""

    column_path = "django.db.models.ForeignKey"


class OriginalPageOneToOne(_ToOriginal, models.OneToOneField):
    """The same for a page that only one row may name."""

    column_path = "django.db.models.OneToOneField"
