"""What holds for every page in the admin."""

from wagtail import hooks
from wagtail.models import Page


@hooks.register("construct_translated_pages_to_cascade_actions")
def delete_stand_ins_with_their_page(pages, action):
    """Let the stand-ins in other languages go with the page they stand for, so that none is left behind."""
    return {page: Page.objects.filter(alias_of=page) for page in pages} if action == "delete" else {}
