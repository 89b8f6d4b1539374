"""The choice of a period: one that an app offers, or two days."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from sesec_portal.edtf.clock import today
from sesec_portal.languages.punctuation import in_brackets

from .periods import Period, offered

# Further days are slips.
_EARLIEST, _LATEST = date(1990, 1, 1), date(2099, 12, 31)
_UNREADABLE = {"invalid": _("Type a day: 2026-11-30.")}


class PeriodForm(forms.Form):
    """Chooses a phase, or a first and a last day."""

    phase = forms.ChoiceField(label=_("Phase"), required=False)
    first = forms.DateField(label=_("From"), required=False, widget=AdminDateInput, error_messages=_UNREADABLE)
    last = forms.DateField(label=_("To"), required=False, widget=AdminDateInput, error_messages=_UNREADABLE)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as Django has them
        self.phases = {period.key: period for period in offered()}
        choices = [(key, period.title + in_brackets(period.in_words)) for key, period in self.phases.items()]
        self.fields["phase"].choices = [("", _("another period")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        told = super().clean() or {}
        phase, first, last = (told.get(name) for name in self.fields)
        if self.errors:
            return told
        if phase and (first or last):
            raise forms.ValidationError(_("Choose a phase or type two dates, not both."))
        if not phase and not (first and last):
            raise forms.ValidationError(_("Choose a phase, or type the first and the last day of a period."))
        if first and last and first > last:
            self.add_error("last", _("The last day lies before the first."))
        if first and first < _EARLIEST:
            self.add_error("first", _("Take a day from 1990 on."))
        if last and last > _LATEST:
            self.add_error("last", _("Take a day before 2100."))
        return told

    @property
    def period(self) -> Period:
        """The period that was chosen, where that is valid."""
        chosen = self.cleaned_data
        if chosen["phase"]:
            return self.phases[chosen["phase"]]
        return Period(chosen["first"], chosen["last"])

    @property
    def present(self) -> Period | None:
        """The phase of today, else the last one."""
        phases = list(self.phases.values())
        running = [phase for phase in phases if phase.first <= today() <= phase.last]
        return next(reversed(running or phases), None)
