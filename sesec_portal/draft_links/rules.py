"""What may be shown to somebody without an account, and who may show it."""

from collections import defaultdict

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from sesec_portal.core.pages import BasePage
from sesec_portal.core.placed_texts import texts_of
from sesec_portal.core.revisions import keys_of
from sesec_portal.languages.punctuation import listed
from sesec_portal.links.found import links_in
from sesec_portal.visibility.documents import hidden_documents
from sesec_portal.visibility.pages import hidden_pages, open_to_all

# What links of texts lead to, by the name that Wagtail has for the kind of link.
_LINKED: dict[str, type[Model]] = {"page": Page, "document": get_document_model()}


def may_show(user: User | AnonymousUser, page: Page) -> bool:
    """Tell whether somebody may make, see and revoke links to versions of a page: whoever may edit it."""
    return page.permissions_for_user(user).can_edit()


def pages_to_show(user: User | AnonymousUser) -> PageQuerySet:
    """Return the pages of which that is true."""
    return page_permission_policy.instances_user_has_permission_for(user, "change")


def refusal(page: Page, revision: Revision | None) -> str:
    """Return the sentence that says why a version of a page is shown to nobody outside; empty where it may be."""
    model = page.specific_class
    if not model or not issubclass(model, BasePage) or not revision:
        return _("There is no version of this page that could be shown. Save one first.")
    if model.drafts_stay_inside:
        return _(
            "Drafts of this kind of page stay inside: what the Steering Committee has not adopted yet is shown to "
            "nobody without an account."
        )
    if not open_to_all(page.path, page.alias_of.path if page.alias_of else None):
        return _(
            "This page, or one above it, is private. A link would open it to everybody who comes by the address, so "
            "none can be made."
        )
    if beside := hidden_beside(page, revision):
        return _(
            "This version names what readers cannot see: %(things)s. Publish it first, or choose something else."
        ) % {"things": listed(beside)}
    return ""


def hidden_beside(page: Page, revision: Revision) -> list[str]:
    """Return the titles of what a version prints of things beside it, or links to, that are not public.

    Those are pages and documents.

    A translation prints the facts of the page in the first language. Entries of registers are left to the templates,
    which print those that are published.
    """
    named = defaultdict(set)
    for model, key in keys_of(revision):
        named[model].add(key)
    for link in links_in(texts_of(revision.as_object())):
        if link.key.isdecimal() and link.kind in _LINKED:
            named[_LINKED[link.kind]].add(int(link.key))
    pages = {key for model, keys in named.items() if issubclass(model, Page) for key in keys}
    pages |= {page.specific.original.pk}
    documents = {key for model, keys in named.items() if issubclass(model, AbstractDocument) for key in keys}
    hidden = Page.objects.filter(pk__in=pages - {page.pk}).filter(pk__in=hidden_pages())
    private = get_document_model().objects.filter(pk__in=documents).filter(pk__in=hidden_documents())
    return [*hidden.values_list("title", flat=True), *private.values_list("title", flat=True)]
