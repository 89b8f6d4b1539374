"""People in the admin."""

from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from sesec_portal.core.explorer import ExplorerViewSet, Fact
from sesec_portal.core.record_views import RecordEditView
from sesec_portal.core.viewsets import Published, RecordViewSet
from sesec_portal.spreadsheets.viewsets import SheetIndexView

from .erasure.erasing import ACTION
from .erasure.views import EraseView, may_erase
from .finding import people
from .models import PartnerIndexPage, PartnerPage, Person
from .spreadsheets import people as sheet_of_people

_LIST, _EDIT, _ERASE = (f"wagtailsnippets_partners_person:{name}" for name in ("list", "edit", "erase"))


class PartnerViewSet(ExplorerViewSet):
    """The explorer below the list of partners."""

    of = PartnerPage
    below = (PartnerIndexPage,)
    facts = (
        Fact("acronym", gettext_lazy("Acronym"), attrgetter("acronym"), of, sort_key="partnerpage__acronym"),
        Fact("kind", gettext_lazy("Kind"), PartnerPage.get_kind_display, of, sort_key="partnerpage__kind"),
    )


@hooks.register("register_admin_viewset")
def partners_in_the_explorer() -> PartnerViewSet:
    """Give the explorer its columns."""
    return PartnerViewSet()


class _Choosable:
    """Offers the people who can be given an office."""

    def get_object_list(self):
        return super().get_object_list().choosable()


class ChoosePersonView(_Choosable, ChooseView):
    """The chooser of people."""


class ChoosePersonResultsView(_Choosable, ChooseResultsView):
    """What is found in the chooser of people."""


class PersonChooserViewSet(SnippetChooserViewSet):
    """How a person is chosen."""

    choose_view_class = ChoosePersonView
    choose_results_view_class = ChoosePersonResultsView


class PersonEditView(RecordEditView):
    """Changes a person; offers to erase the data of one."""

    @property
    def header_more_buttons(self):
        return [*super().header_more_buttons, *erase_button(self.object, self.request.user)]


class PersonViewSet(RecordViewSet):
    """The list of people."""

    model = Person
    icon = "user"
    menu_label = gettext_lazy("People")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = SheetIndexView
    edit_view_class = PersonEditView
    chooser_viewset_class = PersonChooserViewSet
    list_display = [
        TitleColumn(
            "name",
            label=capfirst(Person._meta.get_field("name").verbose_name),
            accessor=str,
            sort_key="name",
            get_url=lambda person: reverse(_EDIT, args=[person.pk]),
        ),
        "name_zh",
        "affiliation",
        Column("get_consent_display", label=capfirst(Person._meta.get_field("consent").verbose_name)),
        Published(),
    ]
    list_filter = ["consent"]
    search_fields = ["name", "name_zh", "affiliation", "affiliation_zh"]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("erase/<str:pk>/", EraseView.as_view(), name="erase")]


register_snippet(PersonViewSet)


@hooks.register("register_snippet_listing_buttons")
def erase_button(snippet, user, next_url=None):
    """Offer to erase a person's data to those who may."""
    if isinstance(snippet, Person) and may_erase(user):
        address = reverse(_ERASE, args=[snippet.pk])
        yield Button(EraseView.page_title, address, icon_name=EraseView.header_icon, priority=50)


@hooks.register("before_edit_snippet")
def say_that_it_is_erased(request: HttpRequest, thing: object) -> HttpResponse | None:
    """Keep the entry of somebody whose data was erased from being filled in again."""
    if not isinstance(thing, Person) or not thing.erased_on:
        return None
    messages.warning(request, _("The data of this person was erased. The entry cannot be filled in again."))
    return redirect(_ERASE, thing.pk) if may_erase(request.user) else redirect(_LIST)


@hooks.register("register_log_actions")
def erasure_log_actions(actions: LogActionRegistry) -> None:
    """Let histories say that personal data was erased."""
    actions.register_action(ACTION, gettext_lazy("Erase personal data"), gettext_lazy("Personal data erased"))


@hooks.register("register_searched_records")
def searched_people():
    """Let readers find people."""
    return [people()]


@hooks.register("register_sheets")
def sheets_of_people():
    """Let editors import people."""
    return [sheet_of_people()]
