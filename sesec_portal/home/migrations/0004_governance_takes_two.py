"""What the Steering Committee and the phases are about is published by two persons; people by any Publisher's approval."""

from django.db import migrations

TWO_PERSONS, APPROVING = "Approval by a second person", ["Publishers", "Administrators"]
# The pages at whose branches it begins, and the registers; whoever has been given a workflow already keeps it.
BRANCHES = [("phases", "phaseindexpage"), ("governance", "steeringcommitteepage")]
REGISTERS = [("governance", "decision"), ("governance", "seat"), ("governance", "sector")]
OTHER_REGISTERS = [("partners", "person")]


def ask_for_two(apps, schema_editor):
    """Make the workflow with its one step, and give it to the branches and the registers of governance."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Workflow = apps.get_model("wagtailcore", "Workflow")

    def kind(app, model):
        return ContentType.objects.get_or_create(app_label=app, model=model)[0]

    def give(workflow, registers):
        for register in registers:
            given = apps.get_model("wagtailcore", "WorkflowContentType").objects
            given.get_or_create(content_type=kind(*register), defaults={"workflow": workflow})

    step = apps.get_model("approval", "ApprovalTask").objects.create(
        name=TWO_PERSONS, content_type=kind("approval", "approvaltask"), active=True, four_eyes=True
    )
    step.groups.add(*apps.get_model("auth", "Group").objects.filter(name__in=APPROVING))
    workflow = Workflow.objects.create(name=TWO_PERSONS, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=step.task_ptr, sort_order=0)
    give(workflow, REGISTERS)
    if approval := Workflow.objects.filter(name="Approval", active=True).first():
        give(approval, OTHER_REGISTERS)
    Page, Locale = apps.get_model("wagtailcore", "Page"), apps.get_model("wagtailcore", "Locale")
    first_language = Locale.objects.filter(language_code="en")
    for branch in BRANCHES:
        for page in Page.objects.filter(content_type=kind(*branch), locale__in=first_language, alias_of=None):
            given = apps.get_model("wagtailcore", "WorkflowPage").objects
            given.get_or_create(page=page, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_editors_draft_registers"),
        ("approval", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(ask_for_two, migrations.RunPython.noop)]
