"""Make the tables and pages of the minimal site: a front page, six sections in the menu, ten posts in the blog."""

from datetime import date

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from bench.growth import words  # noqa: E402
from bench.plain.models import PlainPage  # noqa: E402


def page(number, **fields):
    """Return a page with a text like those of the portal."""
    text = "".join(f"<p>{words.paragraph(number + place, 0)}</p>" for place in range(3)) + words.points(number, 0)
    return PlainPage(
        title=words.title(number, 0), intro=words.sentence(number, 0), body=text, date=date(2026, 1, 1), **fields
    )


call_command("migrate", verbosity=0)
home = Page.get_first_root_node().add_child(instance=page(1, slug="front"))
Site.objects.update(root_page=home)
blog = home.add_child(instance=page(2, slug="blog", show_in_menus=True))
for number in range(5):
    home.add_child(instance=page(10 + number, slug=f"section-{number}", show_in_menus=True))
for number in range(10):
    blog.add_child(instance=page(20 + number, slug=f"post-{number}"))
Page.objects.filter(depth__gt=1).update(first_published_at="2026-01-01T00:00Z", last_published_at="2026-01-01T00:00Z")
