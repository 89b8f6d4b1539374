"""The shared passwords of pages and collections: who came in with a former one is outside once it is changed."""

from django.db.models.signals import pre_save
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, PageViewRestriction


def connect() -> None:
    """Look at the passwords as they are changed."""
    for model in (PageViewRestriction, CollectionViewRestriction):
        pre_save.connect(_begin_anew, sender=model, dispatch_uid="accounts.shared_passwords")


def _begin_anew(sender: type[BaseViewRestriction], instance: BaseViewRestriction, **kwargs: object) -> None:
    """Let a changed password be another row: sessions keep the key of what they have opened, not the password."""
    same = sender.objects.filter(pk=instance.pk, restriction_type=BaseViewRestriction.PASSWORD)
    changed = instance.pk and instance.restriction_type == BaseViewRestriction.PASSWORD
    if changed and same.exclude(password=instance.password).exists():
        same.delete()
        instance.pk = None
