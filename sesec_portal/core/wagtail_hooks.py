"""What holds for every page in the admin."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page


@hooks.register("construct_translated_pages_to_cascade_actions")
def delete_stand_ins_with_their_page(pages, action):
    """Let the stand-ins in other languages go with the page they stand for, so that none is left behind."""
    return {page: Page.objects.filter(alias_of=page) for page in pages} if action == "delete" else {}


@hooks.register("register_account_menu_item")
def offer_second_factor(request):
    """Lead from somebody's account to their second factor."""
    return {
        "label": _("Two-step sign-in"),
        "url": reverse("mfa_index"),
        "help_text": _("A code from your phone, beside the password."),
    }
