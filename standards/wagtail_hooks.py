"""What the watch on standards gives to the portal's feeds."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from sesec_portal.core.feed_entries import Feed
from sesec_portal.core.page_entries import told_of

from .models import CallPage


@hooks.register("register_feeds")
def feed_of_calls():
    """Tell of the calls for comments that were published."""
    return [Feed("calls", _("SESEC: calls for comments"), lambda: told_of(CallPage.objects.all()), is_part=True)]
