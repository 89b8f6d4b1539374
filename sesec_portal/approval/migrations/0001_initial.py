"""The step of a workflow at which somebody else than the author says yes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApprovalTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "four_eyes",
                    models.BooleanField(
                        default=True,
                        help_text="Whoever has saved a version last cannot approve it, and nobody publishes without an approval. Untick it to let Publishers publish what they have written themselves.",
                        verbose_name="four eyes",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "approval, with four eyes where that is ticked",
                "verbose_name_plural": "approvals, with four eyes where that is ticked",
            },
            bases=("wagtailcore.task",),
        ),
    ]
