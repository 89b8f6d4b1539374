"""The phrases to look for, those to leave alone, and what somebody has accepted."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

ENGLISH, CHINESE = "en", "zh"


class Phrase(models.Model):
    """A phrase of one of the two languages."""

    class Language(models.TextChoices):
        """The languages of texts."""

        ENGLISH = ENGLISH, _("English")
        CHINESE = CHINESE, _("Chinese")

    language = models.CharField(
        _("language"),
        max_length=2,
        choices=Language,
        help_text=_("The language of the texts in which it is looked for."),
    )
    phrase = models.CharField(
        _("phrase"),
        max_length=80,
        help_text=_(
            "In English whole words, in Chinese wherever it stands. An allowed phrase with capitals is a name, and is "
            "known by them."
        ),
    )

    panels = [FieldPanel("language"), FieldPanel("phrase")]

    class Meta:
        abstract = True
        ordering = ["language", "phrase"]

    def __str__(self) -> str:
        return self.phrase


class WatchedPhrase(Phrase):
    """A phrase that will not stay true: whole words in English, any place in Chinese."""

    instead = models.CharField(
        _("what to write instead"),
        max_length=200,
        blank=True,
        help_text=_("Told to whoever has written the phrase. Empty: a living fact, or the date."),
    )

    panels = [*Phrase.panels, FieldPanel("instead")]

    class Meta(Phrase.Meta):
        verbose_name = _("watched phrase")
        verbose_name_plural = _("watched phrases")
        constraints = [models.UniqueConstraint("language", Lower("phrase"), name="watched_phrase_once")]


class AllowedPhrase(Phrase):
    """A longer phrase with a watched one in it that stays true; one with capitals is a name, and has to have them."""

    class Meta(Phrase.Meta):
        verbose_name = _("allowed phrase")
        verbose_name_plural = _("allowed phrases")
        constraints = [models.UniqueConstraint(fields=["language", "phrase"], name="allowed_phrase_once")]


class AcceptedWording(models.Model):
    """A phrase that somebody lets stand in a sentence of a page or entry, with the reason.

    The sentence is known by the key of its finding alone: it is asked about again once it is worded otherwise, and no
    copy of it has to be found where somebody's name is erased.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", editable=False)
    object_id = models.CharField(max_length=40, editable=False)
    finding = models.CharField(max_length=64, editable=False)
    reason = models.CharField(max_length=300, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    accepted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("accepted wording")
        verbose_name_plural = _("accepted wordings")
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id", "finding"], name="accepted_once")]

    def __str__(self) -> str:
        return self.reason
