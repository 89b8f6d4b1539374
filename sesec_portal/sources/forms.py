"""How a source is added where it is needed."""

from wagtail.admin.forms.models import formfield_for_dbfield

from sesec_portal.core.forms import RecordForm

from .models import Source


class NewSourceForm(RecordForm):
    """What is asked of a source in the chooser; the rest is typed in the register."""

    # The form below has a title too.
    prefix = "new-source"

    class Meta:
        model = Source
        fields = [
            *("title", "title_zh", "publisher", "publisher_zh", "kind", "language", "published", "url", "seen_on"),
            "archive_url",
        ]
        # The boxes of the admin's other forms.
        formfield_callback = formfield_for_dbfield
