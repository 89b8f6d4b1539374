"""Editors draft and submit, Publishers approve and publish, Administrators do everything."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

PAGES = {
    "Editors": ["add_page", "change_page"],
    "Publishers": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
    "Administrators": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
}
# Those that there are already; for those that come later see home/groups.py.
RECORDS = [
    (config.label, model) for config in installed.get_app_configs() for model in getattr(config, "registers", ())
]
READ_RECORDS = [f"{app}.view_{model}" for app, model in RECORDS]
KEEP_RECORDS = [f"{app}.{action}_{model}" for app, model in RECORDS for action in ["add", "change", "delete"]]
REDIRECTS = [f"wagtailredirects.{action}_redirect" for action in ["add", "change", "delete"]]
ADMINISTRATION = [
    f"{app}.{action}_{model}"
    for app, model in [
        ("auth", "user"),
        ("auth", "group"),
        ("wagtailcore", "site"),
        ("wagtailcore", "locale"),
        ("wagtailcore", "collection"),
        ("wagtailcore", "workflow"),
        ("wagtailcore", "task"),
    ]
    for action in ["add", "change", "delete"]
]
SITE_WIDE = {
    "Editors": ["wagtailadmin.access_admin", "wagtail_localize.submit_translation", *READ_RECORDS],
    "Publishers": [
        "wagtailadmin.access_admin",
        "wagtail_localize.submit_translation",
        *READ_RECORDS,
        *KEEP_RECORDS,
        *REDIRECTS,
    ],
}
SITE_WIDE["Administrators"] = [*SITE_WIDE["Publishers"], *ADMINISTRATION]


def create_groups(apps, schema_editor):
    """Create the three groups with their rights, and name the approval workflow after the Publishers."""
    for config in installed.get_app_configs():
        # Django creates permissions after all migrations; these are needed now.
        config.models_module = config.models_module or True
        create_permissions(config, apps=apps, verbosity=0)
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name="Moderators").update(name="Publishers")
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, codenames in PAGES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(apps, SITE_WIDE[name]))
        group.page_permissions.all().delete()
        for permission in _permissions(apps, [f"wagtailcore.{codename}" for codename in codenames]):
            group.page_permissions.create(page=root, permission=permission)
        group.collection_permissions.all().delete()
        for permission in _permissions(apps, _collection_rights(name)):
            group.collection_permissions.create(collection=collection, permission=permission)
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(name="Approval")
    apps.get_model("wagtailcore", "Task").objects.filter(name="Moderators approval").update(
        name="Approval by Publishers"
    )


def _collection_rights(group):
    actions = ["add", "change", "choose"] if group == "Editors" else ["add", "change", "delete", "choose"]
    return [
        f"{app}.{action}_{model}"
        for app, model in [("wagtailimages", "image"), ("wagtaildocs", "document")]
        for action in actions
    ]


def _permissions(apps, names):
    Permission = apps.get_model("auth", "Permission")
    found = []
    for name in names:
        app, codename = name.split(".")
        found.extend(Permission.objects.filter(content_type__app_label=app, codename=codename))
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("governance", "0003_status_log_is_append_only"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(create_groups, migrations.RunPython.noop)]
