"""Primary keys as addresses have them."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import Http404


def key_of(model: type[Model], text: object) -> object:
    """Return the primary key that a text means; raises Http404 for one that no row of the model can have."""
    try:
        return model._meta.pk.to_python(text)
    except ValidationError as fault:
        raise Http404 from fault
