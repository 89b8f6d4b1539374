"""Each night the links of what is published are looked at; two failures on different days make one a broken one."""

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.links.fetching import Answer, Fault
from sesec_portal.links.models import ExternalLink, LinkUse
from sesec_portal.links.nightly import gather, record


def test_a_link_that_fails_on_two_days_is_reported_and_one_that_answers_again_is_not(client, log_in, home, on_day):
    text = '<p><a href="https://elsewhere.example/">there</a> <a linktype="page" id="987654">lost</a></p>'
    publish(StandardPage(title="Text", slug="text", body=[("text", text)]), home)
    gather()
    link = ExternalLink.objects.get(url="https://elsewhere.example/")
    for day in (20, 20, 21):
        assert not link.broken_since
        with on_day(2026, 11, day):
            record(link, Answer(Fault.STATUS, 404))
    assert link.broken_since

    gather()
    assert {use.words for use in LinkUse.objects.broken()} >= {"there", "lost"}
    log_in("Publishers")
    assert "https://elsewhere.example/" in client.get("/admin/reports/broken-links/").content.decode()
    assert "elsewhere.example" not in client.get("/admin/reports/broken-links/?where=True").content.decode()
    assert b"https://elsewhere.example/" in client.get("/admin/reports/broken-links/?export=csv").getvalue()
    assert "there" in client.get("/admin/desk/").content.decode()

    record(link, Answer(None, 200))
    assert "there" not in {use.words for use in LinkUse.objects.broken()}
