"""Texts that named a source in the release before have become entries of the register, wherever they stood."""

import json
import os

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    Translation,
    TranslationContext,
    TranslationSource,
)

from governance.models import Decision, StatusEntry
from newsroom.models import EventPage, NewsPage, PublicationPage
from partners.models import PartnerPage
from phases.models import Statement
from sesec_portal.home.models import StandardPage
from sesec_portal.sources.models import Source
from standards.models import BodyPage, CallPage, Term
from tests.databases import copy, working_on
from tests.later_columns import columns_of_reviews
from tests.reading import words

_HOME = ("The project’s home page, as written for SESEC IV", "http://sesec.eu/sesec/")


@pytest.fixture(scope="module")
def migrated(django_db_setup, django_db_blocker):
    """The name of a database as the release before had it, with texts in the place of sources, after the migration."""
    with copy(f"upgraded_{os.getpid()}") as name:
        with django_db_blocker.unblock(), working_on(name):
            upgrade()
        yield name


@pytest.fixture
def upgraded(migrated, django_db_blocker, settings, tmp_path):
    """A copy of that portal for one test."""
    # `verify` looks for files that nobody names; other tests leave such behind.
    settings.MEDIA_ROOT = tmp_path
    with copy(f"alone_{os.getpid()}", of=migrated) as name, django_db_blocker.unblock(), working_on(name):
        yield


def upgrade():
    """Take the portal back to the release before, and migrate it."""
    without_what_is_newer()
    call_command("migrate", "sources", "0001", verbosity=0)
    with columns_of_reviews():
        back_to_the_release_before()
    call_command("migrate", verbosity=0)


def back_to_the_release_before():
    """Write texts in the place of sources, as if they had never been anything else."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        decision = Decision.objects.create(number=1, decided="2020", due="2021", wording="x", disclosure="public")
        StatusEntry.objects.create(decision=decision, status="planned", day="2020-05-01", source="Minutes")
        Decision.objects.update(due_source="Minutes", due_source_url="")
        there = set(connection.introspection.table_names())
        for model in apps.get_models():
            if model._meta.db_table in there:
                back_to_texts(cursor, model)
        rewrite(cursor, "wagtailcore_revision", "id", "content")
        rewrite(cursor, "wagtail_localize_translationsource", "id", "content_json")
        cursor.execute("SET session_replication_role = DEFAULT")
    texts_to_translate()
    draft_of_a_text()
    # Nothing names one any more; Django would look for that in tables that are not there.
    Source.objects.all()._raw_delete("default")


def without_what_is_newer():
    """Delete the pages of the apps that the release before did not have: their tables go."""
    BodyPage.objects.update(part_of=None, successor=None)
    for model in (NewsPage, EventPage, PublicationPage, CallPage, BodyPage):
        for page in model.objects.all():
            page.delete()
    for page in Page.objects.filter(content_type__app_label__in=["newsroom", "standards"]):
        page.delete()
    Term.objects.all().delete()


def back_to_texts(cursor, model):
    """Give every row the texts of its Source, and every block."""
    if hasattr(model, "cited"):
        for row in model._base_manager.exclude(cited=None).select_related("cited"):
            seen = {"source_seen_on": row.cited.seen_on} if hasattr(row, "source_seen_on") else {}
            texts = {"source": row.cited.title, "source_url": row.cited.url, **seen}
            model._base_manager.filter(pk=row.pk).update(**texts, cited=None)
    for field in model._meta.local_concrete_fields:
        if isinstance(field, StreamField):
            chinese = set(Page.objects.filter(locale__language_code="zh-hans").values_list("pk", flat=True))
            chinese = chinese if issubclass(model, Page) else set()
            rewrite(cursor, model._meta.db_table, model._meta.pk.column, field.column, chinese)


def rewrite(cursor, table, key, column, chinese=()):
    """Write a column as the release before did. `chinese`: the keys of rows whose texts are Chinese."""
    cursor.execute(f"SELECT {key}, {column}::text FROM {table} WHERE {column}::text LIKE '%cited%'")  # noqa: S608
    for pk, text in cursor.fetchall():
        value = json.dumps(as_text(json.loads(text), pk in chinese), ensure_ascii=False)
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [value, pk])  # noqa: S608


def as_text(value, chinese=False):
    """Return JSON as the release before wrote it."""
    if isinstance(value, str) and value[:1] in ("[", "{") and "cited" in value:
        return json.dumps(as_text(json.loads(value), chinese))
    if isinstance(value, list):
        return [as_text(each, chinese) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {name: as_text(each, chinese) for name, each in value.items() if "cited" not in name}
    if source := Source.objects.filter(pk=value.get("cited")).first():
        kept["source"] = source.title_zh if chinese else source.title
        kept["source_url" if "other_statements" in value else "url"] = source.url
    return kept


def texts_to_translate():
    """Let the sources of blocks be texts that are translated."""
    for segment in OverridableSegment.objects.filter(context__path__endswith=".cited").select_related("context"):
        path = segment.context.path.removesuffix("cited") + "source"
        context, _ = TranslationContext.objects.get_or_create(object_id=segment.context.object_id, path=path)
        string = String.objects.first()
        StringSegment.objects.create(source=segment.source, context=context, string=string, order=segment.order)
        segment.delete()


def draft_of_a_text():
    """Draft another text for a page that keeps disagreeing sources."""
    page = StandardPage.objects.get(slug="background", locale__language_code="en")
    page.summary = "A draft of the release before"
    page.save_revision()


def test_each_text_with_its_address_is_one_source_with_its_chinese_wherever_it_stood(upgraded):
    home = Source.objects.get(title=_HOME[0])
    assert home.url == _HOME[1]
    assert home.kind == "former-site"
    assert home.live
    assert Statement.objects.filter(cited=home).count() > 5
    titles = list(Source.objects.values_list("title", "url"))
    assert len(titles) == len(set(titles))
    etsi = Source.objects.get(title__startswith="ETSI")
    assert etsi.title_zh == "ETSI网站的SESEC页面"
    assert not [revision for revision in Revision.objects.all() if nameless(revision.content)]
    decision = Decision.objects.get(number=1)
    assert decision.due_cited == decision.log.get().cited == Source.objects.get(title="Minutes")
    with pytest.raises(Exception, match="append-only"):
        StatusEntry.objects.update(why="Changed")


def test_pages_print_as_before_and_everything_fits_together(upgraded):
    client = Client()
    for language in ("en", "zh-hans"):
        for page in ("phases/sesec-i/", "", "background/", "partners/dg-grow/"):
            html = BeautifulSoup(client.get(f"/{language}/{page}").content, "html.parser")
            assert html.select(".notes li"), page
    assert not Source.objects.listed().filter(title="Minutes").exists()
    call_command("verify")


def test_drafts_and_versions_open_compare_and_publish(upgraded, django_user_model):
    user = django_user_model.objects.create_superuser("boss")
    client = Client()
    client.force_login(user)
    for model, slug in ((StandardPage, "background"), (PartnerPage, "dg-grow")):
        page = model.objects.get(slug=slug, locale__language_code="en")
        form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert form.status_code == 200
        [first, *_others] = page.revisions.order_by("pk")
        compared = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, "latest"])
        assert client.get(compared).status_code == 200
        first.publish()
        html = BeautifulSoup(Client().get(page.url).content, "html.parser")
        assert html.select(".notes li"), page.url


def test_a_translation_is_published_again(upgraded):
    page = Page.objects.get(slug="background", locale__language_code="en").specific
    source = TranslationSource.objects.get_for_instance(page)
    assert not StringSegment.objects.filter(context__path__regex=r"\.source$").exists()

    Translation.objects.get(source=source).save_target(publish=True)

    html = BeautifulSoup(Client().get("/zh-hans/background/").content, "html.parser")
    assert "项目主页（SESEC IV版本）" in words(html.select_one(".notes"))


def nameless(value):
    if isinstance(value, str) and value[:1] in ("[", "{"):
        return nameless(json.loads(value)) if '"says"' in value or '"fact"' in value else False
    if isinstance(value, list):
        return any(map(nameless, value))
    if not isinstance(value, dict):
        return False
    return bool(value.get("source") and not value.get("cited")) or any(map(nameless, value.values()))
