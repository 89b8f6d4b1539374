"""The kinds of things that readers find: `search_type` of a page type, and documents."""

from django.utils.translation import gettext_lazy as _

# Each with its name for one and for many, in the order of the list of filters.
KINDS = {
    "phase": (_("Phase"), _("Phases")),
    "terms": (_("Terms of reference"), _("Terms of reference")),
    "partner": (_("Partner"), _("Partners")),
    "meeting": (_("Meeting"), _("Meetings")),
    "priorities": (_("Revision of the priorities"), _("Revisions of the priorities")),
    "document": (_("Document"), _("Documents")),
    "page": (_("Page"), _("Other pages")),
}
