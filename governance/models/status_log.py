"""What became of a decision: a log that only grows, and the line that is drafted for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.sources import place_in_source, source_key
from sesec_portal.edtf import clock


class StatusEntry(models.Model):
    """One line of a decision's log. The database refuses to change or remove it."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        IN_PROGRESS = "in-progress", _("in progress")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    decision = models.ForeignKey("governance.Decision", on_delete=models.CASCADE, related_name="log", editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, editable=False)
    day = models.DateField(_("since"), editable=False)
    why = models.TextField(_("why"), blank=True, editable=False)
    why_zh = models.TextField(_("why, in Chinese"), blank=True, db_default="", editable=False)
    cited = source_key()
    cited_at = place_in_source(editable=False)
    # FORMER_TEXTS of `core.sources`.
    source = models.CharField(max_length=255, blank=True, editable=False)
    source_url = models.URLField(max_length=500, blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.CharField(_("recorded by"), max_length=150, blank=True, editable=False)

    class Meta:
        verbose_name = _("entry in the status log")
        ordering = ["day", "pk"]

    def __str__(self):
        return f"{self.get_status_display()}, {self.day}"


class LogsStatus(models.Model):
    """Something with a status log: a new status stands in its draft, and becomes a line when that is published."""

    new_status = models.CharField(
        _("status from now on"),
        max_length=20,
        choices=[("", _("unchanged")), *StatusEntry.Status.choices],
        blank=True,
        help_text=_(
            "Adds a line to the log when this is published. Lines are never changed; a slip is put right by a further "
            "line."
        ),
    )
    new_status_day = models.DateField(_("since"), null=True, blank=True, help_text=_("Empty for today."))
    new_status_why = models.TextField(
        _("why"), blank=True, help_text=_("In a sentence. Readers see it at the level “public” only.")
    )
    new_status_why_zh = models.TextField(
        _("why, in Chinese"), blank=True, db_default="", help_text=_("Shown to readers of Chinese.")
    )
    new_status_cited = source_key()
    new_status_cited_at = place_in_source()
    # FORMER_TEXTS of `core.sources`.
    new_status_source = models.CharField(max_length=255, blank=True, editable=False)
    new_status_source_url = models.URLField(max_length=500, blank=True, editable=False)

    # The fields of a StatusEntry by the drafted fields from which they come.
    DRAFTED = {
        "new_status": "status",
        "new_status_day": "day",
        "new_status_why": "why",
        "new_status_why_zh": "why_zh",
        "new_status_cited": "cited",
        "new_status_cited_at": "cited_at",
    }

    # The line that a preview shows as if this had been published.
    previewed_line = None

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.new_status and not self.new_status_day:
            self.new_status_day = clock.today()

    def save(self, *args, **kwargs):
        line = self._line() if self.live and not kwargs.get("update_fields") else None
        if line:
            self._forget_line()
        super().save(*args, **kwargs)
        if line and not self._has_logged(line):
            author = self.live_revision.user if self.live_revision else None
            self.log.create(**line, recorded_by=author.get_username() if author else "")

    def with_content_json(self, content):
        """Return it as a version's content has it, without a line that the log has by now."""
        thing = super().with_content_json(content)
        line = thing._line()
        if line and self._has_logged(line):
            thing._forget_line()
        return thing

    def preview_line(self):
        """Let the log show the line that is drafted, until this is loaded anew."""
        line = self._line()
        self.previewed_line = StatusEntry(**line) if line else None

    def log_by_day(self):
        """Return the lines of the log by day, the one that is previewed among them."""
        lines = list(self.log.all()) if self.pk else []
        return sorted([*lines, self.previewed_line] if self.previewed_line else lines, key=lambda line: line.day)

    def _line(self):
        """Return the line that is drafted, as the fields of a StatusEntry, or None."""
        if not self.new_status:
            return None
        line = {field: getattr(self, drafted) for drafted, field in self.DRAFTED.items()}
        return {**line, "day": line["day"] or clock.today()}

    def _has_logged(self, line):
        return self.log.filter(**line).exists()

    def _forget_line(self):
        for drafted in self.DRAFTED:
            setattr(self, drafted, self._meta.get_field(drafted).get_default())
