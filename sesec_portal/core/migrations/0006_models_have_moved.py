"""The app has no tables of its own any more: they belong to “media”, “search” and “accounts”, and stay as they are."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_tries_and_pictures"),
        ("media", "0001_initial"),
        ("search", "0001_initial"),
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel(name=name)
                for name in (
                    "SearchEntry",
                    "SearchWord",
                    "Tries",
                    "PortalRendition",
                    "PortalImage",
                    "PortalDocument",
                )
            ]
        )
    ]
