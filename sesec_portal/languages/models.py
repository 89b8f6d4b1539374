"""What is known of translations beside their text."""

from django.db import models
from wagtail.models import Page


class BehindOriginal(models.Model):
    """A published translation whose original has been changed since in words that wait to be translated."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+", editable=False)
    since = models.DateField(editable=False)

    def __str__(self) -> str:
        return f"{self.page}, {self.since}"
