"""A term of the glossary is drafted by Editors and published by any Publisher's approval, as sources are."""

from django.db import migrations


def ask_for_approval(apps, schema_editor):
    """Give the register the workflow that the others have, unless it has one."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name="Approval", active=True).first()
    if workflow:
        ContentType = apps.get_model("contenttypes", "ContentType")
        kind, _made = ContentType.objects.get_or_create(app_label="standards", model="term")
        given = apps.get_model("wagtailcore", "WorkflowContentType").objects
        given.get_or_create(content_type=kind, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0012_lists_become_grids"),
        ("standards", "0001_watch_on_standards"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(ask_for_approval, migrations.RunPython.noop)]
