"""The glossary in the admin, in the editor of rich text and in the search."""

from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from sesec_portal.core.viewsets import Published, RecordViewSet
from sesec_portal.sources.cited import citing

from .glossary import finding
from .glossary.links import CONVERSION, FEATURE, TermLinks, control
from .models import Term


class TermViewSet(RecordViewSet):
    """The terms of the glossary."""

    model = Term
    icon = "tag"
    menu_label = _("Glossary")
    menu_order = 218
    add_to_admin_menu = True
    list_display = ["name", "name_zh", "abbreviation", Published()]
    search_fields = ["name", "name_zh", "pinyin", "abbreviation", "code"]


register_snippet(TermViewSet)


@hooks.register("register_rich_text_features")
def terms_in_texts(features):
    """Let editors mark the terms of the glossary in texts."""
    features.register_link_type(TermLinks)
    features.register_editor_plugin("draftail", FEATURE, control())
    features.register_converter_rule("contentstate", FEATURE, CONVERSION)


# Before the bin says what it keeps.
@hooks.register("before_delete_snippet", order=-1)
def keep_terms_that_texts_use(request, things):
    """Refuse to delete a term that a text has marked, in words where the database knows nothing of it."""
    uses = [use for thing in things if isinstance(thing, Term) for use in citing(thing)]
    if uses:
        raise ProtectedError("still marked in a text", set(uses))


@hooks.register("register_searched_records")
def searched_terms():
    """Let readers find terms."""
    return [finding.terms()]
