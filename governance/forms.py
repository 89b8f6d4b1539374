"""Forms of the registers, where a model's fields are not all there is to say."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.forms import PageForm, RecordForm
from sesec_portal.edtf.forms import NoOverlapForm

STAYS_AS_ADOPTED = _("This revision has been published and stays as it is. Append a correction at the end of the form.")


class DecisionForm(RecordForm):
    """A decision, with one more line for its status log, and the reason for correcting what readers know."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk and not self.is_bound:
            self.initial["number"] = type(self.instance).objects.next_number()

    def clean(self):
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        if not cleaned.get("new_status") and any(cleaned.get(drafted) for drafted in self.instance.DRAFTED):
            self.add_error("new_status", _("Choose the status that this belongs to."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation or self.instance.correction_reason or not self.instance.correction():
            return
        self.add_error(
            "correction_reason",
            _("Readers know the text that you have changed. Say in a sentence why it is corrected."),
        )


class SeatForm(NoOverlapForm, RecordForm):
    """A seat, whose terms of office must not overlap."""

    no_overlap = {"terms": ["alternate"]}


class RevisionForm(PageForm):
    """A revision of the priorities: once published, only corrections may be appended."""

    FREE = frozenset({"corrections", "comments", "slug", "seo_title", "search_description", "show_in_menus"})

    def _post_clean(self):
        super()._post_clean()
        # The model refuses what readers know; the form the rest too, and neither says it twice.
        if self.instance.first_published_at and not self.non_field_errors() and self._changes_what_stays():
            self.add_error(None, STAYS_AS_ADOPTED)

    def _changes_what_stays(self):
        changed = [name for name in self.changed_data if name not in self.FREE]
        if "items" in self.formsets and self._items_changed(self.formsets["items"]):
            changed.append("items")
        if "corrections" in self.formsets:
            former = [form for form in self.formsets["corrections"].forms if form.instance.pk]
            if any(form.has_changed() for form in former) or self.formsets["corrections"].deleted_forms:
                changed.append("corrections")
        return bool(changed)

    def _items_changed(self, formset):
        if not formset.is_valid():
            return True
        given = [form.cleaned_data for form in formset.ordered_forms]
        fields = ("rationale", "rationale_zh")
        proposed = [(item["sector"].pk, *(item[field] for field in fields)) for item in given]
        return proposed != [
            (item.sector_id, *(getattr(item, field) for field in fields)) for item in self.instance.ordered_items()
        ]
