"""What is taken down in the first language is taken down in the others: their pages state its facts."""

from django.conf import settings
from wagtail.models import Page
from wagtail.signals import page_unpublished


def connect() -> None:
    """Take down translations with the page that holds their facts, from now on."""
    page_unpublished.connect(_unpublished)


def _unpublished(instance: Page, **kwargs: object) -> None:
    if instance.locale.language_code == settings.LANGUAGE_CODE:
        for page in instance.get_translations().live().specific():
            page.unpublish()
