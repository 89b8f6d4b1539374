"""Editors draft sources: the groups of a new portal could only read what their own migration knows nothing of."""

from django.db import migrations


def let_editors_draft(apps, schema_editor):
    """Give the Editors the rights to add and to change sources, where these rights are there already."""
    editors = apps.get_model("auth", "Group").objects.filter(name="Editors").first()
    if not editors:
        return
    rights = ["add_source", "change_source"]
    found = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="sources", codename__in=rights)
    editors.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0007_sources_are_things"),
        ("sources", "0001_sources_are_things"),
    ]

    operations = [migrations.RunPython(let_editors_draft, migrations.RunPython.noop)]
