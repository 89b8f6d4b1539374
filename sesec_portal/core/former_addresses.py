"""A page whose address changes leaves its former one behind, in the transaction that changes it.

Wagtail makes these redirects after the commit, where a process that dies leaves an address that nobody answers;
WAGTAILREDIRECTS_AUTO_CREATE is off.
"""

from copy import copy

from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, Site


def keep_former_addresses(page: Page, url_path: str) -> None:
    """Let the address that a page had lead to it, and those of the pages below it to them.

    Arguments: the page, saved where it is now, and its `url_path` until then.
    """
    former = copy(page)
    former.url_path = url_path
    roots = page._get_relevant_site_root_paths(cache_object=page)
    sites = Site.objects.filter(pk__in=[root.site_id for root in roots]).exclude(root_page=page)
    create_redirects(page, former, sites)


def keep_what_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: object) -> None:
    """Do so for a page that was moved below another one, as the signal `post_page_move` tells."""
    if url_path_before != url_path_after:
        keep_former_addresses(instance.specific, url_path_before)
