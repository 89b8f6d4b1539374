"""Admin views that tell an editor what somebody else did meanwhile."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import CreateView

from sesec_portal.core.admin_views import RecordEditView

from .models import Seat, TermOfOffice


class _Overtaken(Exception):
    """Somebody else changed the terms of the seat after this form was opened."""


class _MeanwhileTold:
    """Shows the form again, with everything typed, when somebody else changed the terms of the seat meanwhile.

    Without this the later form would put its own list of terms in the place of the earlier one's.
    """

    def form_valid(self, form):
        try:
            with transaction.atomic():
                self._hold_the_seat(form)
                return super().form_valid(form)
        except IntegrityError as error:
            if error.__cause__.diag.constraint_name != "term_of_office_no_overlap":
                raise
        except _Overtaken:
            pass
        form.add_error(
            None,
            _("Meanwhile somebody else has changed the terms of this seat. Nothing was saved; open the seat again."),
        )
        self.is_valid(form)
        return self.form_invalid(form)

    def _hold_the_seat(self, form):
        """Make others wait until this is saved; raises _Overtaken when the form shows terms that are not the last."""
        if not form.instance.pk:
            return
        Seat.objects.select_for_update().get(pk=form.instance.pk)
        shown = {row.instance.pk for row in form.formsets["terms"].initial_forms}
        if shown != set(TermOfOffice.objects.filter(seat=form.instance.pk).values_list("pk", flat=True)):
            raise _Overtaken


class SeatCreateView(_MeanwhileTold, CreateView):
    """Records a seat."""


class SeatEditView(_MeanwhileTold, RecordEditView):
    """Changes a seat and its terms of office."""
