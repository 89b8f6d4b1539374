"""What the groups may do with registers that editors keep beside the pages: each app names its own in `registers`."""

from django.apps import AppConfig
from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

READ, KEEP = ["view"], ["view", "add", "change", "delete"]
RIGHTS = {"Editors": READ, "Publishers": KEEP, "Administrators": KEEP}


def give_rights(app_config: AppConfig, using: str, apps: Apps = installed, **kwargs: object) -> None:
    """Give the groups their rights on the models that an app names in `registers`, when its permissions are made.

    A permission that is there already is left as an administrator has it, given or taken away; and so is a group that
    has been renamed. Must hear of migrations before django.contrib.auth, which makes the permissions that are missing.
    """
    registers = getattr(app_config, "registers", ())
    if not registers:
        return
    permissions = Permission.objects.using(using).filter(content_type__app_label=app_config.label)
    known = set(permissions.values_list("codename", flat=True))
    create_permissions(app_config, using=using, apps=apps, verbosity=0)
    for group in Group.objects.using(using).filter(name__in=RIGHTS):
        rights = {f"{action}_{model}" for action in RIGHTS[group.name] for model in registers}
        group.permissions.add(*permissions.filter(codename__in=rights - known))
