"""How registers are kept in the admin."""

from functools import cached_property, partial

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .comparing.views import RecordComparison
from .record_search import RecordIndexView, RecordSearchArea
from .record_views import RecordCreateView, RecordEditView, RecordHistory

# The column that tells whether an entry is published, drafted, or both.
Published = partial(LiveStatusTagColumn, label=pgettext_lazy("heading of a column", "Published"))


# What says when an entry is published by itself.
_CLOCKWORK = {"go_live_at", "expire_at"}


class RecordViewSet(SnippetViewSet):
    """A register in the admin: its list, the forms of its entries, and its place in the admin's search."""

    index_view_class = RecordIndexView
    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    history_view_class = RecordHistory
    revisions_compare_view_class = RecordComparison

    @cached_property
    def list_export(self) -> list[str]:
        """What its files hold where a register does not say it: all that its form asks for."""
        fields = [
            field for field in self.model._meta.concrete_fields if field.editable and field.name not in _CLOCKWORK
        ]
        return [
            f"get_{field.name}_display" if field.choices else field.name for field in fields if not field.primary_key
        ]

    @cached_property
    def export_headings(self) -> dict[str, str | Promise]:
        """What stands above a choice: the name of its field."""
        choices = [field for field in self.model._meta.concrete_fields if field.choices]
        return {f"get_{field.name}_display": capfirst(field.verbose_name) for field in choices}

    def on_register(self) -> None:
        super().on_register()
        hooks.register("register_admin_search_area", partial(RecordSearchArea, self))
