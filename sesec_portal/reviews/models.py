"""Who is told of reviews, and of which they have been told."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="rotate")
class ReviewSettings(BaseGenericSetting):
    """Who finds new owners for what has none, or one who has left."""

    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to={"is_active": True},
        related_name="+",
        verbose_name=_("lead"),
        help_text=_("Is told by mail when the review of something falls due that has no owner, or one who has left."),
    )

    panels = [FieldPanel("lead")]

    class Meta:
        verbose_name = _("reviews")


class Told(models.Model):
    """That somebody has been told by mail of the review of something that was due on a day: nobody is told twice."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, editable=False, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, editable=False, related_name="+")
    object_id = models.CharField(max_length=255, editable=False)
    due_on = models.DateField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("person", "content_type", "object_id", "due_on", name="told_once_of_a_review"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.content_type} {self.object_id}, {self.due_on}"
