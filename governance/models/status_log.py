"""What became of a decision: a log that only grows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatusEntry(models.Model):
    """One line of a decision's log. The database refuses to change or remove it."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        IN_PROGRESS = "in-progress", _("in progress")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    decision = models.ForeignKey("governance.Decision", on_delete=models.PROTECT, related_name="log", editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, editable=False)
    day = models.DateField(_("since"), editable=False)
    why = models.TextField(_("why"), blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.CharField(_("recorded by"), max_length=150, blank=True, editable=False)

    class Meta:
        verbose_name = _("entry in the status log")
        ordering = ["day", "pk"]

    def __str__(self):
        return f"{self.get_status_display()}, {self.day}"
