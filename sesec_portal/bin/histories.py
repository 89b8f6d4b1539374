"""What histories say of what is in the bin."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter
from wagtail.models import BaseLogEntry, PageLogEntry

from .models import DeletedRow


class Deleted(LogFormatter):
    """A deletion, with the way to the bin for as long as what was deleted is there."""

    label = gettext_lazy("Delete")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """Return what was done, as HTML."""
        key = log_entry.page_id if isinstance(log_entry, PageLogEntry) else log_entry.object_id
        model = log_entry.content_type.model_class() if log_entry.content_type else None
        kept = model and DeletedRow.objects.filter(model=model._meta.label, primary_key=str(key), is_emptied_key=False)
        if not kept or not kept.exists():
            return _("Deleted")
        return format_html(
            '{} – <a href="{}">{}</a>', _("Deleted"), reverse("bin:list"), _("bring it back from the bin")
        )
