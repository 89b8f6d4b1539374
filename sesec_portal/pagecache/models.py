"""What machines tell each other of the content, beside the content itself."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

# Before a generation of which somebody is telling the CDN.
_CLAIMED = "claimed-"


class ContentQuerySet(models.QuerySet):
    """The questions the page cache asks about the generation."""

    def word(self) -> str | None:
        """Return the generation that was told last, or None where none was."""
        return self.values_list("word", flat=True).first()

    def tell(self, word: str) -> None:
        """Have every machine hear of a generation."""
        rows = [Content(pk=Content.ONLY, word=word)]
        Content.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=["word"])

    def is_purged(self) -> bool:
        """Tell whether the CDN was told of the generation."""
        return self.filter(purged=F("word")).exists()

    def claim_purge(self, word: str, again: timedelta) -> bool:
        """Tell whether the CDN has to be told of a generation now, and leave it to whoever asks.

        That is where nobody has, where who was about to has not after a while (`again`), and once more after that.
        """
        claim, before = f"{_CLAIMED}{word}", Now() - again
        here = self.filter(word=word)
        first = here.exclude(purged__in=[word, claim]) | here.filter(purged=claim, purged_at__lte=before)
        second = here.filter(purged=word, purged_at__lte=before).exclude(settled=word)
        return bool(first.update(purged=claim, purged_at=Now()) or second.update(settled=word))

    def purge_succeeded(self, word: str) -> None:
        """Write down that the CDN was told of a generation."""
        self.filter(purged=f"{_CLAIMED}{word}").update(purged=word)

    def purge_failed(self) -> None:
        """Have the CDN told again."""
        self.update(purged="", settled="")


class Content(models.Model):
    """The generation of the content: one row, which is written after each commit that changes what pages show."""

    ONLY = 1

    word = models.CharField(max_length=60, editable=False)
    # The generation of which the CDN in front was told, since when, and of which once more after that.
    purged = models.CharField(max_length=60, default="", editable=False)
    purged_at = models.DateTimeField(null=True, editable=False)
    settled = models.CharField(max_length=60, default="", editable=False)

    objects = models.Manager.from_queryset(ContentQuerySet)()

    class Meta:
        constraints = [models.CheckConstraint(name="content_is_one", condition=Q(id=1))]

    def __str__(self) -> str:
        return self.word


class HostQuerySet(models.QuerySet):
    """The questions the portal asks about the machines that serve readers."""

    def heard_within(self, time: timedelta, silent: timedelta) -> Self:
        """Return the machines heard within a time, by name; `is_silent` those that were not within another."""
        silence = Q(heard_at__lt=Now() - silent)
        heard = self.filter(heard_at__gte=Now() - time).annotate(is_silent=silence)
        return heard.order_by("name", "machine")

    def confirm(self, machine: str, name: str, word: str) -> None:
        """Write down that a machine has taken a generation over, by the database's clock, which all machines share."""
        rows = [Host(machine=machine, name=name, word=word, heard_at=Now())]
        fields = ["name", "word", "heard_at"]
        Host.objects.bulk_create(rows, update_conflicts=True, unique_fields=["machine"], update_fields=fields)


class Host(models.Model):
    """A machine that serves readers, all processes that share a RUN_DIR, and the generation it has taken over."""

    machine = models.CharField(max_length=32, primary_key=True, editable=False)
    name = models.CharField(max_length=255, editable=False)
    word = models.CharField(max_length=60, editable=False)
    heard_at = models.DateTimeField(editable=False)

    objects = models.Manager.from_queryset(HostQuerySet)()

    def __str__(self) -> str:
        return self.name
