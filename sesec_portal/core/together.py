"""What is withdrawn in the first language is withdrawn in the others: their pages state its facts."""

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished


def _translations(page):
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return Page.objects.none()
    return page.get_translations()


@receiver(page_unpublished)
def unpublish_translations(sender, instance, **kwargs):
    """Take down the translations of a page that was taken down."""
    for page in _translations(instance).live().specific():
        page.unpublish()


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restrict_translations(sender, instance, **kwargs):
    """Keep the translations of a page for the same readers as the page."""
    kept = list(PageViewRestriction.objects.filter(page_id=instance.page_id))
    restricted = Page.objects.filter(pk=instance.page_id).first()
    for page in _translations(restricted) if restricted else ():
        page.view_restrictions.all().delete()
        for restriction in kept:
            copy = page.view_restrictions.create(
                restriction_type=restriction.restriction_type, password=restriction.password
            )
            copy.groups.set(restriction.groups.all())
