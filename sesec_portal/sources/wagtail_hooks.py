"""Sources in the admin."""

from django.db.models import ProtectedError
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetCreateView
from wagtail.snippets.views.snippets import UnpublishView as SnippetUnpublishView

from sesec_portal.approval.refusals import named_and_linked
from sesec_portal.core.viewsets import Published, RecordViewSet
from sesec_portal.search.records import SearchedRecords

from . import finding
from .cited import citing
from .forms import NewSourceForm
from .models import Source


class DraftSourceView(SnippetCreateView):
    """Adds a source beside the fact that needs it: as a draft, which is published with the fact."""

    def save_form(self, form: ModelForm) -> Source:
        form.instance.live = False
        form.instance.has_unpublished_changes = True
        source = form.save()
        source.save_revision(user=self.request.user, log_action=True)
        return source


class SourceChooserViewSet(SnippetChooserViewSet):
    """How a source is chosen, or added where it is needed."""

    create_view_class = DraftSourceView
    creation_form_class = NewSourceForm
    create_action_label = _("Add")
    creation_tab_label = _("Add a source")


class UnpublishSourceView(SnippetUnpublishView):
    """Asks before a source is taken down; one that is cited may have to go at once, so it is not refused."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Tell what cites it, and what readers get there then."""
        if uses := citing(self.object):
            named, buttons = named_and_linked(uses, request.user)
            sentence = _(
                "This is cited. Once it is taken down, readers get “A source that is not published.” here: %(things)s."
            )
            messages.warning(request, sentence % {"things": named}, buttons=buttons)
        return super().get(request, *args, **kwargs)


class SourceViewSet(RecordViewSet):
    """The register of sources."""

    model = Source
    icon = "doc-full-inverse"
    menu_label = _("Sources")
    menu_order = 215
    add_to_admin_menu = True
    unpublish_view_class = UnpublishSourceView
    chooser_viewset_class = SourceChooserViewSet
    list_display = [
        "title",
        "publisher",
        Column("get_kind_display", label=_("kind"), sort_key="kind"),
        Column("published", label=_("date of publication"), sort_key="published_earliest"),
        "gone_since",
        Published(),
    ]
    list_filter = ["kind", "language"]
    search_fields = ["title", "title_zh", "publisher", "publisher_zh", "url"]


register_snippet(SourceViewSet)


@hooks.register("register_searched_records")
def searched_sources() -> list[SearchedRecords]:
    """Let readers find sources."""
    return [finding.sources()]


# Before the bin says what it keeps.
@hooks.register("before_delete_snippet", order=-1)
def keep_what_is_cited(request: HttpRequest, things: list[object]) -> None:
    """Refuse to delete a source that is cited, in words where the database knows nothing of it."""
    uses = [use for thing in things if isinstance(thing, Source) for use in citing(thing)]
    if uses:
        raise ProtectedError("still cited", set(uses))
