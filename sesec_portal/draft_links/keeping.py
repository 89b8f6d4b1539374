"""A link shows what it showed when it was made, though a form that stays open is saved again over the same version."""

from django.db.models.signals import pre_save
from wagtail.models import Revision

from .models import DraftLink


def connect() -> None:
    """Keep the versions that links show, from now on."""
    pre_save.connect(_keep_what_is_shown, sender=Revision)


def _keep_what_is_shown(instance: Revision, **kwargs: object) -> None:
    """Give the links a version of their own before another text is saved in the place of theirs.

    An autosave does that, and moves the version's moment; what strikes out a name in a version leaves the moment.
    """
    links = DraftLink.objects.filter(revision=instance.pk) if instance.pk else DraftLink.objects.none()
    if not links.exists():
        return
    shown = Revision.objects.get(pk=instance.pk)
    if shown.created_at != instance.created_at:
        shown.pk, shown.approved_go_live_at = None, None
        shown.save()
        links.update(revision=shown)
