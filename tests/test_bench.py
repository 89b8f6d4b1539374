"""What is grown for measurements is a whole portal, and never grows in one that is in use."""

import pytest
from wagtail.models import Page

from bench.grow import main
from bench.growth import dated, texts
from bench.growth.bulk_pages import BulkPageBuilder
from bench.growth.registers import Registers


def test_growing_refuses_a_database_that_is_not_for_measurements(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://sesec:password@127.0.0.1:1/sesec")

    with pytest.raises(SystemExit, match="The database is called sesec"):
        main(["--pages", "100"])


def test_a_grown_portal_is_whole_and_can_be_read_in_both_languages(client, db):
    before = set(Page.objects.values_list("pk", flat=True))
    builder = BulkPageBuilder()
    Registers(builder).grow(partners=2, phases=1, meetings=1, decisions=4, revisions=1)
    dated.grow(builder, 60)
    texts.grow(builder, 24)
    grown = Page.objects.exclude(pk__in=before)

    assert not any(Page.find_problems())
    assert grown.count() == builder.loaded
    assert {client.get(page.url).status_code for page in grown.public()} == {200}
