"""What the groups may do with registers that editors keep beside the pages: each app names its own in `registers`."""

from collections.abc import Iterable

from django.apps import AppConfig
from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import DraftStateMixin

# What Wagtail adds to Django's for entries that are drafted and locked.
DRAFTED = ["publish", "lock", "unlock"]
DRAFT, KEEP = ["view", "add", "change"], ["view", "add", "change", "delete", *DRAFTED]
# What is no register, and is in force as soon as it is saved.
SETTINGS = {"Administrators": ["view", "change"]}
RIGHTS = {"Editors": DRAFT, "Publishers": KEEP, "Administrators": KEEP}


def give_rights(app_config: AppConfig, using: str, apps: Apps = installed, **kwargs: object) -> None:
    """Give the groups their rights on the models that an app names, when its permissions are made.

    They are named in `registers`, and in `kept_settings` what only Administrators keep.

    A permission that is there already is left as an administrator has it, given or taken away; and so is a group that
    has been renamed. Must hear of migrations before django.contrib.auth, which makes the permissions that are missing.
    """
    registers, kept_settings = getattr(app_config, "registers", ()), getattr(app_config, "kept_settings", ())
    if not registers and not kept_settings:
        return
    permissions = Permission.objects.using(using).filter(content_type__app_label=app_config.label)
    known = set(permissions.values_list("codename", flat=True))
    create_permissions(app_config, using=using, apps=apps, verbosity=0)
    _create_permissions_of_drafts(app_config, registers, using)
    for group in Group.objects.using(using).filter(name__in=RIGHTS):
        rights = {f"{action}_{model}" for action in RIGHTS[group.name] for model in registers}
        rights |= {f"{action}_{model}" for action in SETTINGS.get(group.name, ()) for model in kept_settings}
        group.permissions.add(*permissions.filter(codename__in=rights - known))


def _create_permissions_of_drafts(app_config: AppConfig, registers: Iterable[str], using: str) -> None:
    """Make those that Wagtail would make later, for all apps at once, so that those new to one app are known."""
    for model in map(app_config.get_model, registers):
        kind = ContentType.objects.db_manager(using).get_for_model(model)
        for action in DRAFTED if issubclass(model, DraftStateMixin) else ():
            Permission.objects.using(using).get_or_create(
                content_type=kind,
                codename=get_permission_codename(action, model._meta),
                defaults={"name": f"Can {action} {model._meta.verbose_name_raw}"},
            )
