"""The phrases that are looked for from the beginning, and the names that are let alone."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

WATCHED = {
    "en": "current, currently, at present, new, recently, soon, will last, this year, upcoming",
    "zh": "目前, 现任, 最近, 即将, 将持续, 今年",
}
ALLOWED = {
    "en": (
        "New Approach, New Legislative Framework, New Delhi, New Zealand, New York, New Year, New Year's, New Year’s, "
        "New Energy, new energy vehicle, new energy vehicles, new work item, new work items, new work item proposal, "
        "new work item proposals, New Quality Productive Forces, as soon as, direct current, alternating current, "
        "electric current, electrical current, eddy current, leakage current, residual current, rated current"
    ),
    "zh": (
        "新华社, 项目前, 题目前, 科目前, 节目前, 栏目前, 条目前, 实现任, 体现任, 立即将, 将持续时间, 当今年, 最近邻"
    ),
}


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write both lists."""
    for name, lists in [("WatchedPhrase", WATCHED), ("AllowedPhrase", ALLOWED)]:
        model = apps.get_model("wording", name)
        rows = [model(language=code, phrase=one) for code, listed in lists.items() for one in listed.split(", ")]
        model.objects.using(schema_editor.connection.alias).bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("wording", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
