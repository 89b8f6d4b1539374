"""How much readers may know of a decision: the levels, and what follows from each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Disclosure(models.TextChoices):
    """What readers may see of a decision."""

    INTERNAL = "internal", _("internal: readers never see it")
    SUMMARY = "summary", _("summary public: readers see the public text only")
    PUBLIC = "public", _("public: readers see the wording and the log")

    @property
    def text_field(self):
        """The name of the field whose words readers get at this level; None where they may not know of the decision."""
        return _TEXT_FIELDS.get(self)


_TEXT_FIELDS = {Disclosure.SUMMARY: "summary", Disclosure.PUBLIC: "wording"}
READABLE = [level for level in Disclosure if level.text_field]
