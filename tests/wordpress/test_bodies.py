"""HTML of WordPress becomes blocks of the portal, and what cannot is told."""

import pytest

from sesec_portal.wordpress.bodies.body import Unreadable, body, refuse_unreadable
from sesec_portal.wordpress.bodies.known import Known, Picture


@pytest.fixture
def read():
    """Return the blocks and what is said of them: `read("<p>Kites</p>")`."""
    known = Known("https://kites.example", {"kites.example"})
    known.pages["/2017/03/post-1"] = 11
    known.by_number |= {2: Picture(22, "A kite"), 3: Picture(33, "Two kites")}
    known.by_post[1] = [2, 3]
    return lambda html: body(html, "Kites", known, 1)


def test_lines_of_the_classic_editor_are_paragraphs(read):
    blocks, _ = read("One\n<strong>two</strong>\n\nthree <!--more-->")

    assert blocks == [("text", "<p>One<br/><strong>two</strong></p><p>three</p>")]


def test_comments_of_the_block_editor_and_line_breaks_between_its_blocks_say_nothing(read):
    blocks, notes = read("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n")

    assert (blocks, notes) == ([("text", "<p>One two</p>")], [])


def test_the_highest_headings_in_use_open_sections(read):
    blocks, _ = read("<h3>Wind</h3><p>Blows.</p><h4>West</h4><p>Too.</p>")

    assert blocks == [("heading", "Wind"), ("text", "<p>Blows.</p><h3>West</h3><p>Too.</p>")]


def test_links_lead_to_what_is_here_now_and_the_others_to_where_they_led(read):
    blocks, _ = read(
        '<p><a href="/2017/03/post-1/">here</a> <a href="/there/">there</a> <a href="https://wind.example/">wind</a> '
        '<a href="javascript:alert(1)" onclick="alert(1)">no</a> <a href="#top">top</a></p>'
    )

    assert blocks[0][1] == (
        '<p><a id="11" linktype="page">here</a> <a href="https://kites.example/there/">there</a> '
        '<a href="https://wind.example/">wind</a> <span>no</span> <span>top</span></p>'
    )


def test_a_table_keeps_its_headings_and_links_and_repeats_merged_cells(read):
    blocks, notes = read(
        "<table><caption>Winds</caption><tr><th>Wind</th><th>Force</th></tr><tr><td rowspan=2><b>West</b></td>"
        '<td><a href="/2017/03/post-1/">3</a></td></tr><tr><td>4</td></tr><tr><td colspan=2>None</td></tr></table>'
    )

    ((kind, table),) = blocks
    grid = table["table"]
    assert (kind, table["caption"]) == ("table", "Winds")
    assert [column["heading"] for column in grid["columns"]] == ["Wind", "Force"]
    assert [row["values"] for row in grid["rows"]] == [
        ["<p><b>West</b></p>", '<p><a id="11" linktype="page">3</a></p>'],
        ["<p><b>West</b></p>", "<p>4</p>"],
        ["<p>None</p>", "<p>None</p>"],
    ]
    assert notes == ["cells of a table that were merged are repeated"]


def test_a_table_that_is_too_wide_stands_as_text(read):
    blocks, notes = read(f"<h2>Many</h2><table>{('<tr>' + '<td>a</td>' * 30 + '</tr>') * 2}</table>")

    assert [kind for kind, _ in blocks] == ["heading", "text"]
    assert "a table that the portal's tables cannot hold stands as text" in notes


def test_only_a_quotation_that_says_whose_words_it_has_is_one(read):
    blocks, notes = read("<blockquote><p>Fly!</p><cite>A kite</cite></blockquote><blockquote>Land!</blockquote>")

    assert blocks == [
        ("quote", {"text": "Fly!", "attribution": "A kite", "cited": None}),
        ("text", "<p>Land!</p>"),
    ]
    assert notes == ["a quotation that does not say whose words it has stands as text"]


def test_captions_and_galleries_are_pictures_and_other_shortcodes_go(read):
    blocks, notes = read(
        '[caption id="a"]<a href="/x"><img class="wp-image-2" alt="Red"></a> A kite[/caption][gallery ids="3"][gallery]'
        '[contact-form id="1"][sic] [box]words[/box]'
    )

    pictures = [(value["image"]["image"], value["image"]["alt_text"], value["caption"]) for _, value in blocks[:-1]]
    assert pictures == [(22, "Red", "A kite"), (33, "Two kites", ""), (22, "A kite", ""), (33, "Two kites", "")]
    assert blocks[-1] == ("text", "<p>[sic] words</p>")
    assert notes == ["the shortcode [contact-form] is left out", "the shortcode [box] is left out"]


def test_scripts_frames_and_styles_go_and_are_told(read):
    blocks, notes = read(
        '<p>One<script>alert(1)</script></p><iframe src="https://film.example/1"></iframe><style>p{}</style>'
    )

    assert blocks == [("text", "<p>One</p>")]
    assert notes == ["<script> is left out", "<iframe> is left out: https://film.example/1", "<style> is left out"]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000,
        "x" * 600_000,
        "<b" * 10_000,
        "<!--" * 10_000,
        "<br>" * 30_000,
        "<table>" + "<tr><td rowspan=99999 colspan=99999>x" * 2_000,
    ],
)
def test_what_no_editor_wrote_is_refused(html):
    with pytest.raises(Unreadable):
        refuse_unreadable(html)


@pytest.mark.parametrize(
    "html",
    ["[caption]" * 40_000, "[gallery " * 40_000, "[a b=" * 80_000, "\n " * 200_000, "<p>" + " " * 400_000 + "x</p>"],
)
def test_what_is_only_odd_is_read_like_any_other(read, html):
    refuse_unreadable(html)

    assert len(read(html)[0]) <= 1
