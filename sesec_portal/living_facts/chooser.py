"""The window in which an editor chooses a living fact, by what each prints now in every language."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.admin.modal_workflow import render_modal_workflow

from sesec_portal.pagecache.memo import memoized_here

from .editor import entity_data
from .fact import LivingFact, every_fact, fact_of


@dataclass(frozen=True)
class Offer:
    """A fact that can be chosen, and of what it is asked."""

    fact: LivingFact
    key: str

    @property
    def name(self) -> str:
        """What it is called, in the editor's language."""
        return self.fact.words_for(self.key)

    @property
    def address(self) -> str:
        """Where it is chosen."""
        return f"{reverse('living_facts:chosen')}?{urlencode({'fact': self.fact.code, 'of': self.key})}"

    @property
    def printed(self) -> list[tuple[str, SafeString]]:
        """What it prints now, by the code of the language."""
        told = []
        for code, _name in settings.LANGUAGES:
            with override(code):
                told.append((code, self.fact.printed(self.key)))
        return told


@require_safe
def choose(request: HttpRequest) -> JsonResponse:
    """Offer every fact."""
    with memoized_here():
        offers = [Offer(fact, key) for fact in every_fact() for key in fact.keys()]  # noqa: SIM118  no mapping
        context = {"offers": offers, "languages": [name for _code, name in settings.LANGUAGES]}
        return render_modal_workflow(
            request, "living_facts/admin/choose.html", None, context, json_data={"step": "choose"}
        )


@require_safe
def chosen(request: HttpRequest) -> JsonResponse:
    """Hand the chosen fact to the editor."""
    fact, key = fact_of(request.GET.get("fact", "")), request.GET.get("of", "")
    if not fact or key not in fact.keys():  # noqa: SIM118  no mapping
        raise Http404
    return render_modal_workflow(
        request, None, None, None, json_data={"step": "chosen", "result": entity_data(fact, key)}
    )
