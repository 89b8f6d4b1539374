"""Small WordPress exports, made up for the tests."""

from xml.sax.saxutils import escape

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Kites</title><link>https://kites.example</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://kites.example</wp:base_site_url><wp:base_blog_url>https://kites.example</wp:base_blog_url>
"""
_TAIL = "</channel></rss>"


def export(*items):
    """Return an export of these items as text."""
    return _HEAD + "".join(items) + _TAIL


def item(number, title="Kites fly", content="<p>They fly.</p>", **fields):
    """Return an item; `fields` are those of WordPress, without their prefix; `meta`, a dict; `more`, further XML."""
    values = {
        "post_type": "post",
        "status": "publish",
        "post_name": f"post-{number}",
        "post_date": "2017-03-01 09:30:00",
        "post_date_gmt": "2017-03-01 08:30:00",
        "post_password": "",
        "post_parent": "0",
    }
    meta, more = fields.pop("meta", {}), fields.pop("more", "")
    link = fields.pop("link", f"https://kites.example/2017/03/post-{number}/")
    guid = fields.pop("guid", f"https://kites.example/?p={number}")
    excerpt = fields.pop("excerpt", "")
    wordpress = "".join(f"<wp:{name}>{escape(value)}</wp:{name}>" for name, value in {**values, **fields}.items())
    beside = "".join(
        f"<wp:postmeta><wp:meta_key>{name}</wp:meta_key><wp:meta_value>{escape(value)}</wp:meta_value></wp:postmeta>"
        for name, value in meta.items()
    )
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><guid>{escape(guid)}</guid>"
        f"<dc:creator>secret-author</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        f"{wordpress}{beside}{more}</item>"
    )


def category(slug, name="Flying"):
    """Return the element that gives an item a category."""
    return f'<category domain="category" nicename="{slug}"><![CDATA[{name}]]></category>'


def attachment(number, file, parent, **fields):
    """Return an attachment, whose file was uploaded in March 2017."""
    address = f"https://kites.example/wp-content/uploads/2017/03/{file}"
    more = {"post_type": "attachment", "status": "inherit", "attachment_url": address, "post_parent": str(parent)}
    return item(number, content="", link=f"https://kites.example/file-{number}/", **{**more, **fields})
