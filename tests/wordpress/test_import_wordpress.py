"""A WordPress export comes home: all of it or nothing, once, and each address leads to its page."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from governance.models import Sector
from newsroom.models import EventPage, NewsPage
from sesec_portal.home.models import StandardPage
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.wordpress.models import ImportedItem
from standards.models import CallPage
from tests.wordpress.exports import attachment, category, export, item

BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.fixture
def bring(db, tmp_path, settings):
    """Import an export and return the report: `bring(item(1), "--dry-run")`; a Path is imported as it is."""
    settings.MEDIA_ROOT = tmp_path / "media"

    def run(*items, options=(), text=None):
        path = tmp_path / "export.xml"
        path.write_text(export(*items) if text is None else text, encoding="utf-8")
        out = StringIO()
        call_command("import_wordpress", str(path), *options, stdout=out)
        return out.getvalue()

    return run


@pytest.fixture
def uploads(tmp_path):
    """A folder of uploads: a picture and a document of March 2017."""
    folder = tmp_path / "uploads"
    (folder / "2017" / "03").mkdir(parents=True)
    picture = BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "PNG")
    (folder / "2017" / "03" / "kite.png").write_bytes(picture.getvalue())
    (folder / "2017" / "03" / "kites.pdf").write_bytes(b"%PDF-1.4 kites")
    return folder


def everything():
    """Return what an import could leave behind: how many rows of each kind, and which files."""
    models = (Page, Revision, Redirect, ImportedItem, PortalImage, PortalDocument)
    files = {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}
    return [model.objects.count() for model in models], files


def body(page):
    return [(block["type"], block["value"]) for block in page.body.raw_data]


def test_a_post_becomes_news_of_its_day_and_its_addresses_lead_there_in_one_step(bring, client):
    report = bring(item(7, "Kites <em>fly</em> &amp; land", excerpt="Of kites."))

    page = NewsPage.objects.originals().get(title="Kites fly & land")
    assert (page.live, str(page.date), page.summary, page.first_published_at.year) == (
        True,
        "2017-03-01",
        "Of kites.",
        2017,
    )
    assert page.last_published_at.year == 2017
    for address in ("/2017/03/post-7/", "/2017/03/post-7", "/?p=7"):
        response = client.get(address)
        assert (response.status_code, response.url) == (301, page.url), address
    assert client.get(page.url).status_code == 200
    assert "created     post 7  Kites fly & land" in report
    assert "1 created, 0 updated, 0 unchanged, 0 left alone, 0 refused; 1 items." in report


def test_the_front_page_still_sends_readers_to_their_language(bring, client):
    bring(item(7))

    assert client.get("/?p=8").status_code == 302
    assert client.get("/").status_code == 302


def test_a_second_run_changes_nothing(bring):
    bring(item(1), item(2, "See", '<a href="https://kites.example/2017/03/post-1/">the first</a>'))
    before = everything()

    assert "2 unchanged" in bring(
        item(1), item(2, "See", '<a href="https://kites.example/2017/03/post-1/">the first</a>')
    )
    assert everything() == before


def test_what_was_edited_here_is_left_alone(bring):
    bring(item(1))
    page = NewsPage.objects.originals().get(title="Kites fly")
    page.title = "Our own words"
    page.save_revision().publish()

    assert "it was changed here" in bring(item(1, "Kites fly high"))
    assert NewsPage.objects.get(pk=page.pk).title == "Our own words"


def test_what_was_deleted_here_stays_deleted(bring):
    bring(item(1))
    NewsPage.objects.originals().get(title="Kites fly").delete()

    assert "it was deleted here" in bring(item(1))
    assert not NewsPage.objects.originals().filter(title="Kites fly").exists()


def test_what_was_changed_there_is_a_new_version(bring):
    bring(item(1))
    page = NewsPage.objects.originals().get(title="Kites fly")

    assert "1 updated" in bring(item(1, "Kites fly high", "<p>High.</p>"))
    page.refresh_from_db()
    assert (page.title, page.revisions.count(), page.slug) == ("Kites fly high", 2, "post-1")


def test_what_was_taken_down_there_is_taken_down(bring):
    bring(item(1))
    bring(item(1, status="private"))

    assert not NewsPage.objects.originals().get(title="Kites fly").live


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no XML at all",
        "<html><body/></html>",
        '<rss version="2.0"><channel><title>A feed</title></channel></rss>',
        export(item(1), item(2))[:-200],
        export(item(1)).replace("</p>]]>", "</p>"),
        export(item(1)).replace("<rss", BOMB + "<rss", 1),
        export(item(1, title="TITLE")).replace("<rss", EXTERNAL + "<rss", 1).replace("TITLE", "&a;"),
        export(item(1)).replace("<wp:wxr_version>1.2", "<wp:wxr_version>9"),
        export(item(1), item(1, "The same again")),
        export(item(1) + "<a>" * 50 + "</a>" * 50),
    ],
    ids=["empty", "text", "html", "feed", "truncated", "broken", "bomb", "external", "version", "twins", "deep"],
)
def test_what_is_no_whole_export_leaves_no_trace(bring, text):
    before = everything()

    with pytest.raises(CommandError, match="Nothing was imported"):
        bring(text=text)
    assert everything() == before


def test_a_post_that_no_editor_wrote_is_refused_and_the_others_come(bring):
    report = bring(item(1, content="<div></div>" * 5 + "<div>" * 400), item(2, content="x" * 600_000), item(3))

    assert "its HTML stands too deep in itself" in report
    assert "its text is longer than any page should be" in report
    assert "1 created" in report


def test_a_dry_run_reports_the_same_and_leaves_nothing(bring, uploads):
    items = [item(1, content='<img class="wp-image-2">'), attachment(2, "kite.png", 1), attachment(3, "kites.pdf", 1)]
    options = ("--attachments", str(uploads))
    before = everything()

    shown = bring(*items, options=(*options, "--dry-run"))
    assert everything() == before
    assert shown.removesuffix("This was a dry run: nothing was changed.\n") == bring(*items, options=options)
    assert everything() != before


def test_copies_that_share_a_guid_are_two_pages(bring):
    twice = [item(1, "One", guid="same"), item(2, "Two", guid="same")]
    bring(*twice)

    assert NewsPage.objects.originals().filter(title__in=["One", "Two"]).count() == 2
    assert "2 unchanged" in bring(*twice)


def test_a_site_that_has_moved_is_known_again_by_its_guids(bring):
    bring(item(1, guid="lasting"))

    assert "1 unchanged" in bring(
        item(900, guid="lasting", post_name="post-1", link="https://kites.example/2017/03/post-1/")
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": "private"}, "not published: private"),
        ({"status": "draft"}, "not published: draft"),
        ({"post_password": "open sesame"}, "not published: it had a password"),
    ],
)
def test_what_not_everybody_could_read_is_not_published(bring, client, fields, told):
    report = bring(item(1, "Secret kites", **fields))

    page = NewsPage.objects.originals().get(title="Secret kites")
    assert (page.live, told in report) == (False, True)
    for address in ("/2017/03/post-1/", page.url):
        assert client.get(address, follow=True).status_code == 404


def test_what_was_thrown_away_holds_no_text_or_has_no_guid_is_refused(bring):
    report = bring(
        item(1, status="trash"), item(2, post_type="nav_menu_item"), item(3, guid=""), item(4, post_type="wp_block")
    )

    assert "4 refused" in report
    assert "it was thrown away" in report
    assert "nav_menu_item holds nothing to read" in report
    assert "it has no GUID" in report


def test_authors_are_kept_and_not_published(bring, client):
    bring(item(1))

    page = NewsPage.objects.originals().get(title="Kites fly")
    assert ImportedItem.objects.get().author == "secret-author"
    assert (page.owner, b"secret-author" in client.get(page.url).content) == (None, False)


def test_the_imported_do_not_flood_the_feed(bring, client):
    bring(*(item(number) for number in range(1, 60)))

    assert b"<title>Kites fly</title>" not in client.get("/en/feeds/changes/").content


def test_tables_and_lists_of_terms_are_printed_and_texts_have_only_what_editors_may_use(bring, client):
    bring(
        item(
            1,
            content="<table><tr><th>Wind</th><th>Force</th></tr>"
            "<tr><td><b onclick='x'>West</b></td><td>3</td></tr></table>"
            "<dl><dt>Kite</dt><dd>It flies.</dd></dl><p style='x'>Plain <u>words</u></p>",
        )
    )

    page = NewsPage.objects.originals().get(title="Kites fly")
    html = client.get(page.url).content.decode()
    assert "<b>West</b>" in html
    assert "It flies." in html
    assert "onclick" not in str(body(page)) + html
    assert "<u>" not in str(body(page))


def test_pages_of_text_stand_below_the_former_website(bring, client):
    bring(item(5, "About kites", post_type="page", link="https://kites.example/about/kites/"))

    page = StandardPage.objects.originals().get(title="About kites")
    assert page.get_parent().slug == "former-website"
    assert client.get("/about/kites/").url == page.url


def test_a_map_makes_events_calls_and_topics_of_categories(bring, tmp_path):
    Sector.objects.create(code="kites", name="Kites", live=True)
    rules = tmp_path / "map.yaml"
    rules.write_text(
        "event_starts: [starts]\nevent_zone: Asia/Shanghai\ncategories:\n"
        "  webinars: {as: event, kind: webinar}\n  drafts: {as: call, kind: national, topic: kites}\n"
        "  own: {kind: observation}\n  private: {as: skip}\n",
        encoding="utf-8",
    )
    report = bring(
        item(1, "A webinar", more=category("webinars"), meta={"starts": "2017-05-02 14:00:00"}),
        item(2, "A webinar without a day", more=category("webinars")),
        item(3, "A draft", more=category("drafts")),
        item(4, "A view", more=category("own") + category("new", "New things")),
        item(5, "Left out", more=category("private")),
        options=("--map", str(rules)),
    )

    assert str(EventPage.objects.originals().get(title="A webinar").starts) == "2017-05-02T14:00+08:00[Asia/Shanghai]"
    assert NewsPage.objects.originals().get(title="A webinar without a day").kind == "news"
    assert [topic.sector.code for topic in CallPage.objects.originals().get(title="A draft").topics.all()] == ["kites"]
    assert NewsPage.objects.originals().get(title="A view").kind == "observation"
    assert "no start in the export: it is news, not an event" in report
    assert "no topic, as the map has no category New things" in report
    assert "the map leaves its category out" in report


@pytest.mark.parametrize(
    "rules", ["surprise: 1", "categories: {a: {as: poem}}", "categories: {a: {topic: none}}", "a: ["]
)
def test_a_map_that_cannot_be_followed_is_refused(bring, tmp_path, rules):
    (tmp_path / "map.yaml").write_text(rules, encoding="utf-8")

    with pytest.raises(CommandError, match="Nothing was imported"):
        bring(item(1), options=("--map", str(tmp_path / "map.yaml")))


def test_pictures_and_documents_come_through_the_checks_of_uploads(bring, uploads, client):
    (uploads / "2017" / "03" / "not.pdf").write_bytes(b"<script>")
    report = bring(
        item(
            1,
            content='<figure><img src="https://kites.example/wp-content/uploads/2017/03/kite-300x200.png">'
            "<figcaption>A kite</figcaption></figure>"
            '<p>Read <a href="/wp-content/uploads/2017/03/kites.pdf">more</a>.</p>',
            meta={"_thumbnail_id": "2"},
        ),
        item(9, "Secret", status="private"),
        attachment(2, "kite.png", 1, title="A red kite"),
        attachment(3, "kites.pdf", 1, title="All about kites"),
        attachment(4, "not.pdf", 1),
        attachment(5, "missing.png", 1),
        attachment(6, "kite.png", 9),
        options=("--attachments", str(uploads)),
    )

    page, image = NewsPage.objects.originals().get(title="Kites fly"), PortalImage.objects.get(title="A red kite")
    document = PortalDocument.objects.get(title="All about kites")
    (_, figure), (_, text) = body(page)
    assert (figure["image"]["image"], figure["caption"], page.picture) == (image.pk, "A kite", image)
    assert f'<a linktype="document" id="{document.pk}">more</a>' in text
    assert client.get("/wp-content/uploads/2017/03/kites.pdf").url.endswith(document.url)
    assert client.get("/file-2/").url == page.url
    assert "no alternative text in the export: its title stands there" in report
    assert "The content of this file is not what its name says (.pdf)" in report
    assert "its file is not in the folder of attachments" in report
    assert "it belongs to what not everybody could read" in report


def test_a_file_that_was_changed_there_takes_its_place_and_a_dry_run_keeps_the_former(
    bring, uploads, django_capture_on_commit_callbacks
):
    options = ("--attachments", str(uploads))
    bring(item(1), attachment(3, "kites.pdf", 1), options=options)
    document = PortalDocument.objects.get()
    former = Path(document.file.path)
    (uploads / "2017" / "03" / "kites.pdf").write_bytes(b"%PDF-1.4 more kites")

    before = everything()
    assert "1 updated" in bring(item(1), attachment(3, "kites.pdf", 1), options=(*options, "--dry-run"))
    assert everything() == before
    assert former.read_bytes() == b"%PDF-1.4 kites"

    with django_capture_on_commit_callbacks(execute=True):
        bring(item(1), attachment(3, "kites.pdf", 1), options=options)
    document.refresh_from_db()
    assert Path(document.file.path).read_bytes() == b"%PDF-1.4 more kites"
    assert not former.exists()


def test_no_file_outside_the_folder_is_taken(bring, uploads):
    (uploads.parent / "secret.txt").write_text("secret", encoding="utf-8")
    outside = attachment(2, "x.txt", 0, meta={"_wp_attached_file": "../secret.txt"})

    assert "its file is not in the folder" in bring(outside, options=("--attachments", str(uploads)))


def test_a_redirect_that_leads_elsewhere_is_replaced_and_the_report_says_so(bring, client, home):
    Redirect.objects.create(old_path="/2017/03/post-1", redirect_page=home)
    report = bring(item(1))

    assert client.get("/2017/03/post-1/").url == NewsPage.objects.originals().get(title="Kites fly").url
    assert f"/2017/03/post-1 led to {home.url} before" in report
