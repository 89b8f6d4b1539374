"""Forms of the registers, where a model's fields are not all there is to say."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from sesec_portal.core.page_form import PageForm
from sesec_portal.edtf.clock import today

STAYS_AS_ADOPTED = _("This revision has been published and stays as it is. Append a correction at the end of the form.")


class DecisionForm(WagtailAdminModelForm):
    """A decision, with one more line for its status log; lines already there are not in the form."""

    status = forms.ChoiceField(
        label=_("status from now on"),
        required=False,
        help_text=_("Adds a line to the log. Lines are never changed; a slip is put right by a further line."),
    )
    status_day = forms.DateField(
        label=_("since"), required=False, widget=AdminDateInput, help_text=_("Empty for today.")
    )
    why = forms.CharField(
        label=_("why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In a sentence. Readers see it at the level “public” only."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        log = self._meta.model._meta.get_field("log").related_model
        self.fields["status"].choices = [("", _("unchanged")), *log.Status.choices]

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("why") or cleaned.get("status_day")) and not cleaned.get("status"):
            self.add_error("status", _("Choose the status that this belongs to."))
        return cleaned

    def save(self, commit=True):
        decision = super().save(commit=commit)
        if commit and self.cleaned_data.get("status"):
            decision.log.create(
                status=self.cleaned_data["status"],
                day=self.cleaned_data.get("status_day") or today(),
                why=self.cleaned_data.get("why", ""),
                recorded_by=self.for_user.get_username() if self.for_user else "",
            )
        return decision


class RevisionForm(PageForm):
    """A revision of the priorities: once published, only corrections may be appended."""

    FREE = frozenset(
        {"corrections", "comments", "slug", "seo_title", "search_description", "show_in_menus", "reviewed_on"}
    )

    def clean(self):
        cleaned = super().clean()
        if self.instance.first_published_at:
            self._refuse_changes()
        return cleaned

    def _refuse_changes(self):
        changed = [name for name in self.changed_data if name not in self.FREE]
        if "items" in self.formsets and self._items_changed(self.formsets["items"]):
            changed.append("items")
        if "corrections" in self.formsets:
            former = [form for form in self.formsets["corrections"].forms if form.instance.pk]
            if any(form.has_changed() for form in former) or self.formsets["corrections"].deleted_forms:
                changed.append("corrections")
        if changed:
            raise ValidationError(STAYS_AS_ADOPTED)

    def _items_changed(self, formset):
        if not formset.is_valid():
            return True
        given = [form.cleaned_data for form in formset.ordered_forms]
        fields = ("rationale", "rationale_zh")
        proposed = [(item["sector"].pk, *(item[field] for field in fields)) for item in given]
        return proposed != [
            (item.sector_id, *(getattr(item, field) for field in fields)) for item in self.instance.ordered_items()
        ]
