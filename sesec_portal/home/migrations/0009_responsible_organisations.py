"""Who is responsible is recorded once, and pages of text can have a card on the front page."""

import django.db.models.deletion
from django.db import migrations, models

# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE home_contactsettings
  ALTER COLUMN accessibility_email SET DEFAULT '',
  ALTER COLUMN controller SET DEFAULT '',
  ALTER COLUMN controller_address SET DEFAULT '',
  ALTER COLUMN controller_address_zh SET DEFAULT '',
  ALTER COLUMN controller_email SET DEFAULT '',
  ALTER COLUMN controller_zh SET DEFAULT '',
  ALTER COLUMN operator SET DEFAULT '',
  ALTER COLUMN operator_zh SET DEFAULT '',
  ALTER COLUMN security_email SET DEFAULT '',
  ALTER COLUMN telephone SET DEFAULT '';
ALTER TABLE home_standardpage ALTER COLUMN on_front_page SET DEFAULT false;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0008_editors_draft_sources"),
    ]

    operations = [
        migrations.AddField(
            model_name="contactsettings",
            name="accessibility_email",
            field=models.EmailField(
                blank=True,
                help_text="For people who cannot use part of the portal.",
                max_length=254,
                verbose_name="e-mail for accessibility",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="accessibility_page",
            field=models.ForeignKey(
                blank=True,
                help_text="The page that says above its text whom to tell about a barrier.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="home.standardpage",
                verbose_name="accessibility page",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="controller",
            field=models.CharField(
                blank=True,
                help_text="Who decides what is done with personal data.",
                max_length=200,
                verbose_name="data controller",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="controller_address",
            field=models.TextField(
                blank=True, help_text="In English, line by line.", verbose_name="address of the controller"
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="controller_address_zh",
            field=models.TextField(
                blank=True,
                help_text="Shown to readers of Chinese.",
                verbose_name="address of the controller in Chinese",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="controller_email",
            field=models.EmailField(
                blank=True,
                help_text="For questions about personal data.",
                max_length=254,
                verbose_name="e-mail of the controller",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="controller_zh",
            field=models.CharField(
                blank=True,
                help_text="Shown to readers of Chinese.",
                max_length=200,
                verbose_name="data controller in Chinese",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="operator",
            field=models.CharField(
                blank=True,
                help_text="Who runs this portal: its name in full.",
                max_length=200,
                verbose_name="responsible organisation",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="operator_zh",
            field=models.CharField(
                blank=True,
                help_text="Shown to readers of Chinese.",
                max_length=200,
                verbose_name="responsible organisation in Chinese",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="privacy_page",
            field=models.ForeignKey(
                blank=True,
                help_text="The page that names the controller above its text.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="home.standardpage",
                verbose_name="privacy page",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="security_email",
            field=models.EmailField(
                blank=True,
                help_text="Printed in security.txt, for people who find a weakness.",
                max_length=254,
                verbose_name="e-mail for weaknesses",
            ),
        ),
        migrations.AddField(
            model_name="contactsettings",
            name="telephone",
            field=models.CharField(
                blank=True, help_text="With the code of the country: +32 2 …", max_length=40, verbose_name="telephone"
            ),
        ),
        migrations.AddField(
            model_name="standardpage",
            name="on_front_page",
            field=models.BooleanField(
                default=False,
                help_text="The front page shows its title and summary, to lead readers to the page meant for them.",
                verbose_name="card on the front page",
            ),
        ),
        migrations.AlterField(
            model_name="contactsettings",
            name="email",
            field=models.EmailField(
                blank=True,
                help_text="Shown in the foot of every page. The contact form writes to it.",
                max_length=254,
                verbose_name="e-mail",
            ),
        ),
        migrations.AlterField(
            model_name="contactsettings",
            name="page",
            field=models.ForeignKey(
                blank=True,
                help_text="The page that shows the contact details above its text, in every language.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="home.standardpage",
                verbose_name="contact page",
            ),
        ),
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
