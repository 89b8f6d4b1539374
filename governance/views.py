"""Admin views that tell an editor what the database refused."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import CreateView, EditView


class _OverlapTold:
    """Shows the form again, with everything typed, when somebody else recorded an overlapping term meanwhile."""

    def form_valid(self, form):
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError as error:
            if error.__cause__.diag.constraint_name != "term_of_office_no_overlap":
                raise
            form.add_error(
                None,
                _("Meanwhile somebody else has recorded a term of this seat that overlaps yours. Nothing was saved."),
            )
            return self.form_invalid(form)


class SeatCreateView(_OverlapTold, CreateView):
    """Records a seat."""


class SeatEditView(_OverlapTold, EditView):
    """Changes a seat and its terms of office."""
