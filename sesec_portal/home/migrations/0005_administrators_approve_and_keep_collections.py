"""Administrators do everything: they approve all that Publishers approve, and keep the collections of files."""

from django.db import migrations


def give_administrators_the_rest(apps, schema_editor):
    """Let the Administrators into the step of the Publishers, and give them the collections."""
    administrators = apps.get_model("auth", "Group").objects.filter(name="Administrators").first()
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    if not administrators or not root:
        return
    for step in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name="Approval by Publishers"):
        step.groups.add(administrators)
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="wagtailcore",
        codename__in=["add_collection", "change_collection", "delete_collection"],
    )
    for right in rights:
        administrators.collection_permissions.get_or_create(collection=root, permission=right)


class Migration(migrations.Migration):
    dependencies = [("home", "0004_governance_takes_two")]

    operations = [migrations.RunPython(give_administrators_the_rest, migrations.RunPython.noop)]
