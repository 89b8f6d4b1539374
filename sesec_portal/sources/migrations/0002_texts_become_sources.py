"""Texts that name a source become entries of the register, in rows, versions, translations and the bin.

The texts stay where they are for the release before, which may run beside this one; a later release removes them.
"""

import json
import re

from django.conf import settings
from django.db import migrations, models
from django.utils import timezone
from wagtail.fields import StreamField

from ._from_texts import Sources, rewrite, with_keys

_ROWS = [
    *(("phases", model) for model in ("Statement", "Participation", "TeamMember", "TermsOfReferencePage")),
    ("partners", "PartnerName"),
    *(("governance", model) for model in ("MeetingPage", "PriorityRevisionPage", "TermOfOffice", "Decision")),
    ("governance", "StatusEntry"),
]
_NAMED = '%"source"%'
_OF_DECISIONS = [("due_cited", "due_source"), ("new_status_cited", "new_status_source")]


def move(apps, schema_editor):
    """Make the sources and name them wherever a text does."""
    sources, execute = Sources(apps.get_model("sources", "Source")), schema_editor.execute
    execute("ALTER TABLE governance_statusentry DISABLE TRIGGER status_log_is_append_only")
    for app, name in _ROWS:
        _name_in_rows(apps.get_model(app, name), sources)
    _name_in_decisions(apps.get_model("governance", "Decision"), sources)
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("ALTER TABLE governance_statusentry ENABLE TRIGGER status_log_is_append_only")
    languages = dict(apps.get_model("wagtailcore", "Page").objects.values_list("pk", "locale__language_code"))
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, StreamField):
                _name_in_blocks(schema_editor.connection, model, field, sources, languages)
    revisions = apps.get_model("wagtailcore", "Revision").objects.all()
    rewrite(revisions, "content", lambda content: with_keys(content, sources))
    originals = apps.get_model("wagtail_localize", "TranslationSource").objects.all()
    rewrite(originals, "content_json", lambda content: with_keys(content, sources))
    rewrite(apps.get_model("bin", "DeletedRow").objects.all(), "row", lambda row: with_keys(row, sources, "_id"))
    _translations(apps, sources)
    found = apps.get_model("sources", "Source").objects
    found.update(live=True, first_published_at=timezone.now())
    former = "|".join(map(re.escape, settings.FORMER_HOSTS))
    found.filter(url__iregex=rf"^https?://({former})([:/]|$)").update(kind="former-site")


def _name_in_rows(model, sources):
    for row in model.objects.exclude(source="", source_url="").order_by("pk"):
        source = sources.find(row.source, row.source_url, getattr(row, "source_seen_on", None))
        model.objects.filter(pk=row.pk).update(cited=source)


def _name_in_decisions(model, sources):
    for cited, text in _OF_DECISIONS:
        for row in model.objects.exclude(**{text: ""}).order_by("pk"):
            source = sources.find(getattr(row, text), getattr(row, f"{text}_url"))
            model.objects.filter(pk=row.pk).update(**{cited: source})


def _name_in_blocks(connection, model, field, sources, languages):
    """Name the sources in a column of blocks, as the database has it; pages in the first language come first."""
    quote = connection.ops.quote_name
    table, key, column = map(quote, (model._meta.db_table, model._meta.pk.column, field.column))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {key}, {column}::text FROM {table} WHERE {column}::text LIKE %s", [_NAMED])  # noqa: S608
        is_page = model._meta.pk.name == "page_ptr"
        rows = sorted(cursor.fetchall(), key=lambda row: is_page and languages.get(row[0]) != settings.LANGUAGE_CODE)
        for pk, text in rows:
            blocks = json.dumps(with_keys(json.loads(text), sources), ensure_ascii=False)
            cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [blocks, pk])  # noqa: S608


def _translations(apps, sources):
    """Take the Chinese of a block's source from its translation, and the text out of what is to be translated."""
    string_segments = apps.get_model("wagtail_localize", "StringSegment").objects
    texts = string_segments.filter(context__path__regex=r"\.statements\.[^.]+\.source$")
    translations = apps.get_model("wagtail_localize", "StringTranslation").objects
    for segment in texts.select_related("context"):
        item = segment.context.path.split(".")[-2]
        same = models.Q(translation_of=segment.string_id, context=segment.context_id)
        for translation in translations.filter(same, locale__language_code="zh-hans"):
            sources.translated(item, translation.data)
    texts.delete()
    overridable = apps.get_model("wagtail_localize", "OverridableSegment").objects
    overridable.filter(context__path__regex=r"\.statements\.[^.]+\.url$").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0001_sources_are_things"),
        ("partners", "0008_sources_are_things"),
        ("phases", "0005_sources_are_things"),
        ("governance", "0013_sources_are_things"),
        ("home", "0007_sources_are_things"),
        ("bin", "0001_initial"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
