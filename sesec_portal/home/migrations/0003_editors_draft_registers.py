"""Editors draft the entries of registers, which they could only read while every save was public."""

from django.db import migrations

REGISTERS = [("governance", "seat"), ("governance", "decision"), ("governance", "sector"), ("partners", "person")]


def let_editors_draft(apps, schema_editor):
    """Give the Editors the rights to add and to change; what they may publish stays as it is: nothing."""
    editors = apps.get_model("auth", "Group").objects.filter(name="Editors").first()
    if not editors:
        return
    for app, model in REGISTERS:
        rights = [f"{action}_{model}" for action in ("add", "change")]
        found = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app, codename__in=rights)
        editors.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_groups"),
        ("governance", "0010_what_readers_know_is_kept"),
        ("partners", "0006_people_are_drafted"),
    ]

    operations = [migrations.RunPython(let_editors_draft, migrations.RunPython.noop)]
