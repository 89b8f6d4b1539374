"""What the admin's forms have in common."""

from collections.abc import Iterator
from dataclasses import replace

from django import forms
from django.http import Http404
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from sesec_portal.moments.zones import name_of

from .placed_texts import PlacedText, texts_of


class _State(forms.CharField):
    """Says in a form whether what it changes was live when it was shown: “live”, or nothing. It changes nothing."""

    def __init__(self, *, live: bool) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, initial="live" if live else "")

    def has_changed(self, initial: object, data: object) -> bool:
        return False


class _Shown(WagtailAdminModelForm):
    """A form that knows whether its page or entry was live when it was shown: `shown_as`."""

    is_draft = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["shown_as"] = _State(live=self.instance.live)

    def defer_required_fields(self) -> None:
        """Ask less of a draft, as Wagtail does."""
        super().defer_required_fields()
        self.is_draft = True

    def is_valid(self) -> bool:
        """Tell whether what was sent can be saved; the hook `refuse_to_publish` is asked of what is more than a draft.

        Each function gets the texts that were sent, and returns the sentences that refuse them.
        """
        valid = super().is_valid()
        if not valid or self.is_draft:
            return valid
        texts = list(_texts_sent(self))
        for said in [sentence for asked in hooks.get_hooks("refuse_to_publish") for sentence in asked(texts)]:
            self.add_error(None, said)
        return not self.errors

    def show_as_taken_down(self) -> None:
        """Show what was sent again, as a form of something that is not live."""
        self.data = self.data.copy()  # type: ignore[has-type]  # django-stubs leave it to the form that was sent
        self.data["shown_as"] = ""


def _texts_sent(form: forms.ModelForm) -> Iterator[PlacedText]:
    """Yield the texts of a form and of its lists as they were sent; what they will replace is still in the database."""
    formsets = getattr(form, "formsets", {})
    lists = tuple(f"{name}." for name in formsets)
    yield from (text for text in texts_of(form.instance) if not text.path.startswith(lists))
    for formset in formsets.values():
        kept = [
            row for row in formset.forms if row not in formset.deleted_forms and (row.instance.pk or row.has_changed())
        ]
        named = capfirst(str(formset.model._meta.verbose_name_plural))
        for number, row in enumerate(kept, 1):
            yield from (replace(text, place=f"{named} {number}, {text.place}") for text in _texts_sent(row))


class _Scheduled(_Shown):
    """A form that says in which time zone something is scheduled, and refuses a moment that is over."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in {"go_live_at", "expire_at"} & self.fields.keys():
            self.fields[name].help_text = name_of(timezone.get_current_timezone_name())

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        moment = cleaned.get("go_live_at")
        if moment and "go_live_at" in self.changed_data and moment <= timezone.now():
            self.add_error("go_live_at", _("This moment is over. Type one to come, or leave it empty to publish now."))
        return cleaned


class PageForm(_Scheduled, WagtailAdminPageForm):
    """A form that makes the address from the title where nobody has typed one.

    A script does so while the title is typed. Whoever was faster than it, and was refused for another field, found an
    empty address on another tab for ever after.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("The last part of the page's address. Empty: it is made from the title.")

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("slug") and _answers(self.parent_page.specific, f"/{cleaned['slug']}/"):
            self.add_error("slug", _("The page above answers at this address itself. Choose another."))
        return cleaned


def _answers(page: Page, rest: str) -> bool:
    """Tell whether a page has a view of its own for an address below it, as for a year."""
    if not isinstance(page, RoutablePageMixin):
        return False
    try:
        page.resolve_subpage(rest)
    except Http404:
        return False
    return True


class RecordForm(_Scheduled):
    """A form of an entry of a register."""
