"""How the project can be reached."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0005_administrators_approve_and_keep_collections"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "email",
                    models.EmailField(
                        blank=True, help_text="Shown in the foot of every page.", max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "address",
                    models.TextField(blank=True, help_text="In English, line by line.", verbose_name="postal address"),
                ),
                (
                    "address_zh",
                    models.TextField(
                        blank=True, help_text="Shown to readers of Chinese.", verbose_name="postal address in Chinese"
                    ),
                ),
                (
                    "wechat",
                    models.CharField(
                        blank=True,
                        help_text="The name of the account. Readers search for it in WeChat.",
                        max_length=80,
                        verbose_name="WeChat account",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        help_text="The page of text that shows all this, in every language, above its own text.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="home.standardpage",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
            },
        ),
    ]
