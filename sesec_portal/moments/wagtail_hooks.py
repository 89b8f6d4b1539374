"""Moments in the admin: a word on those that a form leaves open."""

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .fields import MomentField
from .words import in_words


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_which_was_taken(request: HttpRequest, page: Page) -> None:
    """Tell of each time that the clocks show twice which of the two the page now has. An autosave tells nobody."""
    if not request.accepts("text/html"):
        return
    fields = [field for field in page._meta.concrete_fields if isinstance(field, MomentField)]
    for field, moment in [(field, field.value_from_object(page)) for field in fields]:
        if moment and moment.is_doubled:
            told = {"field": capfirst(field.verbose_name), "moment": in_words(moment)}
            messages.warning(request, _("%(field)s: the clocks show this time twice. Taken: %(moment)s.") % told)
