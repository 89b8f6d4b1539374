"""The form that closes one phase and opens the next."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import SlugInput

from governance.succession import Succession, conflicts, next_number
from phases.models import PhasePage
from sesec_portal.edtf.fields import EdtfFormField
from sesec_portal.edtf.periods import EDTF_HELP

FILL_IN_THE_SLUG = {
    "data-controller": "w-sync",
    "data-action": "focus->w-sync#check blur->w-sync#apply change->w-sync#apply keyup->w-sync#apply",
    "data-w-sync-target-value": "#id_slug",
}


class SuccessionForm(WagtailAdminPageForm):
    """The real end of one phase; the number, title, slug and perhaps the start of the next.

    Argument: the `phase` to be closed. Once the form is valid, `succession` is what it asks for.
    """

    ends = EdtfFormField(label=_("real end"), help_text=EDTF_HELP)

    field_order = ["ends", "number", "title", "slug", "starts"]

    class Meta:
        model = PhasePage
        fields = ["number", "title", "slug", "starts"]
        formsets = []
        widgets = {"title": forms.TextInput(FILL_IN_THE_SLUG), "slug": SlugInput}

    def __init__(self, data=None, *, phase, user):
        self.phase = phase
        super().__init__(
            data,
            parent_page=phase.get_parent(),
            for_user=user,
            instance=PhasePage(locale=phase.locale, owner=user),
            initial={"ends": phase.ends, "number": next_number()},
        )
        for name, field in self.fields.items():
            field.widget.attrs["aria-describedby"] = f"id_{name}-helptext id_{name}-errors"
        self.fields["ends"].label = _("Real end of %(phase)s") % {"phase": phase.title}
        self.fields["number"].label = _("Number of the next phase")
        self.fields["title"].label = _("Title of the next phase")
        self.fields["slug"].label = _("Address of the next phase")
        self.fields["slug"].help_text = _("The last part of it: sesec-vi. Left empty, it is made from the title.")
        self.fields["slug"].required = False
        self.fields["starts"].label = _("Start of the next phase")
        self.fields["starts"].help_text = _("Leave it empty until a source gives it.")

    def clean_slug(self):
        title = self.cleaned_data.get("title", "")
        slug = self.cleaned_data["slug"] or slugify(title, allow_unicode=True)
        if title and not slug:
            raise ValidationError(self.fields["slug"].error_messages["required"])
        return slug

    def clean(self):
        cleaned = super().clean()
        ends = cleaned.get("ends")
        if ends:
            self._refuse_impossible_end(ends)
        for field, sentence in conflicts(self.phase, ends, cleaned.get("starts")):
            if field not in self.errors:
                self.add_error(field, sentence)
        return cleaned

    def _post_clean(self):
        # After the page's own rules: a number refused earlier would be missed by them.
        super()._post_clean()
        number = self.cleaned_data.get("number")
        if number is not None and number <= (self.phase.number or 0):
            self.add_error("number", _("The next phase needs a higher number than %(number)d.") % vars(self.phase))

    @property
    def succession(self):
        return Succession(self.phase, self.cleaned_data["ends"], self.instance)

    def _refuse_impossible_end(self, ends):
        closed = PhasePage.objects.get(pk=self.phase.pk)
        closed.ends = ends
        try:
            closed.full_clean()
        except ValidationError as refusal:
            for place, errors in refusal.error_dict.items():
                for sentence in ValidationError(errors).messages:
                    if place == "ends":
                        self.add_error("ends", sentence)
                    else:
                        named = "" if place == NON_FIELD_ERRORS else f" ({place})"
                        self.add_error(None, f"{self.phase.title}{named}: {sentence}")
