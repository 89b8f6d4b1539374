"""A group of synonyms is drafted by Editors and published by any Publisher's approval, as people are."""

from django.db import migrations


def let_editors_draft(apps, schema_editor):
    """Give the Editors the rights to add and to change where they are there already, as on a new portal."""
    rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="search")
    for editors in apps.get_model("auth", "Group").objects.filter(name="Editors"):
        editors.permissions.add(*rights.filter(codename__in=["add_synonymgroup", "change_synonymgroup"]))


def ask_for_approval(apps, schema_editor):
    """Give the register the workflow that the others have, unless it has one."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name="Approval", active=True).first()
    if workflow:
        ContentType = apps.get_model("contenttypes", "ContentType")
        kind, _made = ContentType.objects.get_or_create(app_label="search", model="synonymgroup")
        given = apps.get_model("wagtailcore", "WorkflowContentType").objects
        given.get_or_create(content_type=kind, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0009_responsible_organisations"),
        ("search", "0003_records_views_and_synonyms"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunPython(let_editors_draft, migrations.RunPython.noop),
        migrations.RunPython(ask_for_approval, migrations.RunPython.noop),
    ]
