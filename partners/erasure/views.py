"""The admin's page on which a person's data is erased, and a name is looked for again."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from partners.models import Person
from sesec_portal.languages.pages import is_original

from .erasing import erase, find, look_again
from .names import Names
from .sorting import Standing


class NamesForm(forms.Form):
    """The names to look for once an entry no longer has them."""

    names = forms.CharField(
        label=_("Names to look for"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        help_text=_("One full name on each line: in Latin letters, in Chinese, former names. They are not stored."),
    )

    def clean_names(self) -> Names:
        """Return them as Names."""
        names = Names(self.cleaned_data["names"].splitlines())
        if not names.written:
            raise forms.ValidationError(_("Type each name in full."))
        return names


def may_erase(user: Any) -> bool:
    """Tell whether somebody may erase people's data: whoever may delete them."""
    return user.has_perm("partners.delete_person")


class EraseView(WagtailAdminTemplateMixin, View):
    """Says what will be erased, erases it once that is agreed to, and says what was done and what is left."""

    page_title = _("Erase personal data")
    header_icon = "bin"
    template_name = "partners/admin/erase.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_erase(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: str) -> HttpResponse:
        """Say what would be done; of somebody erased already, ask for the name to look for."""
        if self.person.erased_on:
            return self._show(form=NamesForm())
        return self._show(plan=self._told(find(self.person)))

    def post(self, request: HttpRequest, pk: str) -> HttpResponse:
        """Erase, or look again for a name."""
        if not self.person.erased_on:
            done = erase(self.person, request.user)
            return self._show(done=self._told(done), form=NamesForm({"names": "\n".join(done.names.written)}))
        form = NamesForm(request.POST)
        if not form.is_valid():
            return self._show(form=form)
        return self._show(done=self._told(look_again(form.cleaned_data["names"])), form=form)

    @cached_property
    def person(self) -> Person:
        """The person that it is about."""
        return get_object_or_404(Person, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Return the name, for the head of the page; none once it is erased."""
        return str(Person.objects.get(pk=self.person.pk))

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        people = {
            "url": reverse("wagtailsnippets_partners_person:list"),
            "label": capfirst(Person._meta.verbose_name_plural),
        }
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, people, here]

    def _show(self, **context: object) -> HttpResponse:
        person = Person.objects.get(pk=self.person.pk)
        return self.render_to_response({**self.get_context_data(), "person": person, **context})

    def _told(self, finding: Any) -> dict[str, object]:
        """Return a Finding as the template tells it: things with their kinds and the addresses of their forms."""
        return {
            "finding": finding,
            "deletions": list(finding.deletions),
            "used_by": [self._linked(Standing(thing)) for thing in finding.used_by],
            "standing": [self._linked(each) for each in finding.words.standing],
            "kept_photos": [self._linked(each) for each in finding.kept_photos],
        }

    def _linked(self, standing: Standing) -> dict[str, object]:
        thing = standing.thing
        address = AdminURLFinder(self.request.user).get_edit_url(thing)
        kind = capfirst(str(thing._meta.verbose_name))
        language = thing.locale.get_display_name() if isinstance(thing, Page) and not is_original(thing) else ""
        return {"kind": kind, "thing": str(thing), "language": language, "address": address, "standing": standing}
