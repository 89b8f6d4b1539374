"""A link to a page, where it is shared, stands beside a picture of that page's own."""

import signal
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from PIL import Image
from wagtail.models import Page
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import SteeringCommitteePage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter import builders
from sesec_portal.operations.jobs import clock, queue
from sesec_portal.share_images import storage
from sesec_portal.share_images.text_layout import Type

GENERAL = "http://testserver/static/img/share.png"
FOUR, FOUR_ZH = "/en/phases/sesec-iv/", "/zh-hans/phases/sesec-iv/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """An empty folder for files."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something as a request does it, to its end: `with committed(): …`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def publish(committed):
    """Change a page and publish it as an editor does: `publish(page, title="…")`."""

    def change(page, **fields):
        for name, value in fields.items():
            setattr(page, name, value)
        with committed():
            page.save_revision().publish()

    return change


@pytest.fixture
def quick_pen(monkeypatch):
    """Files without a picture in them, where it matters only which there are."""
    monkeypatch.setattr(storage, "draw", lambda card: b"")


@pytest.fixture
def notes(home, committed):
    """A page that is not translated."""
    with committed():
        page = builders.publish(StandardPage(title="Notes", slug="notes", locale=home.locale), home)
        create_aliases_for_new_page(page)
    return page


def told(client, address):
    """Return what a page tells those who share it: a dict by property."""
    tags = BeautifulSoup(client.get(address).content, "html.parser").head.find_all("meta")
    return {tag.get("property") or tag.get("name"): tag.get("content") for tag in tags}


def picture(client, address):
    """Return the address of a page's picture."""
    return told(client, address)["og:image"]


def there(client, address):
    return client.get(address.removeprefix("http://testserver")).status_code == 200


def test_a_published_page_has_a_picture_of_its_own_in_each_language(client, publish, phase_four):
    assert picture(client, FOUR) == picture(client, FOUR_ZH) == GENERAL

    publish(phase_four)

    english, chinese = told(client, FOUR), told(client, FOUR_ZH)
    assert english["og:image"] != chinese["og:image"]
    assert english["og:image:alt"] == "SESEC – Phase – SESEC IV – April 2018, planned to end about April 2021"
    assert chinese["twitter:image:alt"] == "SESEC – 阶段 – SESEC IV – 2018年4月起，计划结束时间：约2021年4月"
    for page in english, chinese:
        answer = client.get(page["og:image"].removeprefix("http://testserver"))
        content = b"".join(answer.streaming_content)
        size = int(page["og:image:width"]), int(page["og:image:height"])
        assert answer["Content-Type"] == page["og:image:type"] == "image/png"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert Image.open(BytesIO(content)).size == size == (1200, 630)
        assert len(content) < 40_000


def test_its_address_changes_with_what_it_says_and_with_nothing_else(client, publish, phase_four, on_day):
    publish(phase_four)
    first = picture(client, FOUR)

    publish(phase_four, summary="Other words.")
    phase_four.title = "A draft"
    phase_four.save_revision()
    with on_day(2040, 1, 1):
        assert picture(client, FOUR) == first

    publish(phase_four, title="The fourth phase")
    assert picture(client, FOUR) not in {first, GENERAL}
    assert not there(client, first)


def test_a_date_corrected_in_english_is_drawn_in_chinese_too(client, publish, phase_four):
    publish(phase_four)
    first = picture(client, FOUR_ZH)

    publish(phase_four, ends="2022-03")

    assert "2022年3月" in told(client, FOUR_ZH)["og:image:alt"]
    assert picture(client, FOUR_ZH) not in {first, GENERAL}
    assert not there(client, first)


@pytest.mark.parametrize("title", ["Meeting 🎉", "اجتماع", "会议𠮷"])
def test_a_title_with_a_letter_that_the_fonts_lack_gets_the_general_picture(client, publish, notes, caplog, title):
    publish(notes, title=title)

    assert picture(client, "/en/notes/") == GENERAL
    assert f"“{title}” keeps the general share image" in caplog.text


@pytest.mark.parametrize(
    "title", ["</script>\"'><b>&amp;", "Łódź, Škoda, Ελλάδα, Київ", "W" * 255, "标准" * 127, "…" * 99]
)
def test_any_other_title_is_drawn_and_escaped(client, publish, notes, title):
    publish(notes, title=title)

    page = told(client, "/en/notes/")
    assert page["og:title"] == title
    assert page["og:image:alt"] == f"SESEC – {title}"
    assert there(client, page["og:image"])


def test_a_fault_in_drawing_is_logged_and_keeps_no_page_from_being_published(
    client, publish, notes, monkeypatch, caplog
):
    monkeypatch.setattr(storage, "draw", lambda card: 1 / 0)

    publish(notes, title="New notes")

    assert told(client, "/en/notes/")["og:title"] == "New notes"
    assert picture(client, "/en/notes/") == GENERAL
    assert "ZeroDivisionError" in caplog.text


def test_a_stand_in_has_the_picture_and_the_address_of_the_page_it_stands_for(client, notes):
    english, chinese = told(client, "/en/notes/"), told(client, "/zh-hans/notes/")

    assert chinese["og:image"] == english["og:image"] != GENERAL
    assert chinese["og:url"] == english["og:url"] == "http://testserver/en/notes/"
    assert chinese["og:locale"] == "en_GB"
    assert "og:locale:alternate" not in chinese


def test_what_is_made_private_has_no_public_picture_below_it_either_until_it_is_open_again(
    client, committed, publish, phase_index, phase_four, quick_pen
):
    publish(phase_four)
    english, chinese = picture(client, FOUR), picture(client, FOUR_ZH)

    with committed():
        restriction = phase_index.view_restrictions.create(restriction_type="password", password="not-a-real-one")
    assert not there(client, english)
    assert not there(client, chinese)
    publish(phase_four)
    assert not there(client, english)

    with committed():
        restriction.delete()
    assert there(client, english)
    assert there(client, chinese)


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_page_that_is_taken_down_takes_its_picture_with_it(client, committed, notes, media, end):
    address = picture(client, "/en/notes/")
    assert there(client, address)

    with committed():
        getattr(Page.objects.get(pk=notes.pk), end)()

    assert not there(client, address)
    assert not list(media.rglob("*.png"))


def test_the_picture_of_a_made_up_meeting_says_so(client, committed, db):
    committee = SteeringCommitteePage.objects.originals().get()
    with committed():
        fields = {"title": "First meeting", "slug": "first", "number": 1, "held": "2019-03-12", "sample": True}
        builders.publish_meeting(committee, locale=committee.locale, **fields)

    alt = told(client, "/en/steering-committee/first/")["og:image:alt"]
    assert alt == "SESEC – Meeting · Sample data – First meeting – 12 March 2019"


def test_what_is_missing_is_drawn_when_asked_for_and_what_belongs_to_no_page_is_removed(client, media, db):
    old = media / "share" / "987654" / "0123.png"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"")

    printed = StringIO()
    call_command("update_share_images", stdout=printed)
    call_command("update_share_images", stdout=printed)

    first, second = printed.getvalue().splitlines()
    live = [page for page in Page.objects.live().filter(depth__gt=1).specific() if not page.is_fallback]
    assert (first, second) == (f"Drew {len(live)} share images.", "Drew 0 share images.")
    assert len(list(media.rglob("*.png"))) == len(live)
    assert not old.parent.exists()
    assert GENERAL not in {picture(client, page.url) for page in live}


def test_the_clockwork_begins_with_drawing_what_is_missing(client, db, quick_pen, committed, monkeypatch):
    class Stopped(BaseException):
        pass

    def stop():
        raise Stopped

    monkeypatch.setattr(clock, "tick", stop)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with committed(), pytest.raises(Stopped):
            call_command("worker")
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    with committed():
        queue.do_all()

    assert picture(client, "/en/") != GENERAL


def test_a_page_asks_the_database_nothing_for_its_picture(phase_four, django_assert_num_queries):
    assert phase_four.language == "en"

    with django_assert_num_queries(0):
        storage.stored_image(phase_four)


def test_no_other_file_is_served_beside_the_pictures(client, media, db):
    for folder in ("documents", "original_images", "share"):
        (media / folder).mkdir()
        (media / folder / "plan.pdf").write_bytes(b"internal")

    for address in ("documents/plan.pdf", "share/../documents/plan.pdf", "share/%2e%2e/documents/plan.pdf", "share/"):
        assert not there(client, f"/media/{address}"), address


def test_chinese_is_broken_between_words_and_never_before_a_comma_or_after_an_opening_bracket():
    face = Type("semibold", 60, "zh-hans")
    text = "信息技术、网络安全和“人工智能”领域（2018年）的标准化合作，第二次会议"

    for width in range(360, 1100, 40):
        lines = face.lines(text, width)
        assert "".join(lines) == text
        assert all(face.width(line) <= width for line in lines)
        assert not any(line[0] in "、”），" or line[-1] in "“（" for line in lines)
        assert any("标准化" in line for line in lines)


def test_a_text_too_long_ends_in_an_ellipsis_that_fits():
    face = Type("regular", 40, "en")
    lines = face.shortened(face.lines("Europe and China " * 40, 600), 600, 3)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(face.width(line) <= 600 for line in lines)
