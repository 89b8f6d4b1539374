"""Editors draft sources, and any Publisher approves them, as people."""

from django.db import migrations


def let_editors_draft(apps, schema_editor):
    """Give the Editors the rights to add and to change sources, and sources the workflow of people.

    The rights are there on a new portal, whose groups were made with what its first migration knew.
    """
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="sources", model="source")
    approval = apps.get_model("wagtailcore", "Workflow").objects.filter(name="Approval", active=True).first()
    if approval:
        given = apps.get_model("wagtailcore", "WorkflowContentType").objects
        given.get_or_create(content_type=kind, defaults={"workflow": approval})
    editors = apps.get_model("auth", "Group").objects.filter(name="Editors").first()
    if editors:
        rights = ["add_source", "change_source"]
        found = apps.get_model("auth", "Permission").objects.filter(content_type=kind, codename__in=rights)
        editors.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0007_sources_are_things"),
        ("sources", "0001_sources_are_things"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(let_editors_draft, migrations.RunPython.noop)]
