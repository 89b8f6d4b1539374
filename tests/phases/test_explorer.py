"""The list of phases in the admin tells them apart."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from phases.models import PhaseIndexPage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_shows_number_dates_and_status(client, log_in, on_day, language):
    index = PhaseIndexPage.objects.get(locale__language_code=language)
    publish(StandardPage(title="How phases are counted", slug="counted"), index)
    log_in("Editors")

    for order in ("", "?ordering=phasepage__number", "?ordering=-phasepage__starts_earliest"):
        with on_day(2026, 11, 22):
            listed = client.get(reverse("wagtailadmin_explore", args=[index.pk]) + order)
        found = BeautifulSoup(listed.content, "html.parser").select("tbody tr")
        rows = {row.select_one("[id$=_title]").get_text(strip=True): row.get_text(" ") for row in found}
        assert "2018" in rows["SESEC IV"]
        assert "planned end passed" in rows["SESEC IV"]
        assert "4" in rows["SESEC IV"].split()
        assert "How phases are counted" in rows
