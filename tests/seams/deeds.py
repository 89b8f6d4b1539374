"""What is done in the admin, or by the clock, that changes several things at once: each can be done again and again.

A deed is prepared by a function of the number of times that it was done; it returns what sends it, and what tells how
much of it took place: one truth for each thing that belongs together.
"""

from collections import namedtuple
from datetime import date, timedelta

from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, Page, PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation

from governance.models import Decision, PriorityIndexPage, PriorityItem, PriorityRevisionPage, Sector
from phases.models import PhasePage
from sesec_portal.bin.models import Deletion
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish, publish_phase
from sesec_portal.media.models import PortalImage
from sesec_portal.operations.jobs import publishing, queue
from tests.filling_in import filled_in
from tests.security.files import photograph

Prepared = namedtuple("Prepared", "send effects")

PUBLISHED = ["wagtail.publish", "wagtail.publish.scheduled"]
PUBLISH = {"action-publish": "1"}


class Deeds:
    """Everything that is done here, by one Publisher who may publish alone. Argument: who."""

    def __init__(self, user):
        self.client = Client()
        self.client.force_login(user)

    def page(self, count):
        """A page is published, for which another stands in where it has no translation."""
        text = self._text("text")
        return self._publishing(text, f"Edition {count}", [text, text.get_translations().get()])

    def priority_revision(self, count):
        """A revision of the priorities, drafted before, is published."""
        index = PriorityIndexPage.objects.originals().get()
        sector = Sector.objects.get_or_create(code="toys", name="Toys")[0]
        fields = {"slug": f"edition-{count}", "number": count + 1, "adopted": f"{2000 + count}-01"}
        made = PriorityRevisionPage(title="Draft", live=False, locale=index.locale, **fields)
        made.items = [PriorityItem(sector=sector, rationale="Children")]
        index.add_child(instance=made).save_revision()
        call_command("sync_locale_trees", verbosity=0)
        return self._publishing(made, f"Edition {count}", [made])

    def decision(self, count):
        """An entry of a register is published with the correction of what readers knew."""
        decision = Decision.objects.filter(number=1).first()
        if not decision:
            decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")
            decision.log.create(status="done", day=date(2020, 5, 4))
        wording, corrected = f"Edition {count}", decision.corrections.count()
        address = reverse("wagtailsnippets_governance_decision:edit", args=[decision.pk])
        sent = self._form(address, wording=wording, correction_reason="A slip.", **PUBLISH)

        def effects():
            now = Decision.objects.get(pk=decision.pk)
            log = ModelLogEntry.objects.filter(object_id=str(decision.pk), action__in=PUBLISHED)
            logged = log.filter(revision=now.live_revision_id).exists()
            return [now.wording == wording, logged and now.corrections.count() == corrected + 1]

        return Prepared(lambda: self._post(address, sent), effects)

    def address(self, count):
        """A page is published under another address, and its former one leads to it."""
        text = StandardPage.objects.originals().filter(title="renamed").first() or self._text("renamed")
        former, slug = text.get_url(), f"renamed-{count + 1}"
        sent = self._form(reverse("wagtailadmin_pages:edit", args=[text.pk]), slug=slug, **PUBLISH)

        def effects():
            redirects = Redirect.objects.filter(old_path=former.rstrip("/"), redirect_page=text.pk)
            return [Page.objects.get(pk=text.pk).slug == slug, redirects.exists()]

        return Prepared(lambda: self._post(reverse("wagtailadmin_pages:edit", args=[text.pk]), sent), effects)

    def approval(self, count):
        """A page that an Editor has submitted is approved."""
        text, title = self._text("submitted"), f"Approved edition {count}"
        editor = User.objects.get_or_create(username="editor")[0]
        if text.workflow_in_progress:
            text.current_workflow_state.cancel(user=editor)
        text.title = title
        text.save_revision(user=editor)
        text.get_workflow().start(text, editor)
        state = text.current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[text.pk, "approve", state.pk])

        def effects():
            approved = type(state).objects.get(pk=state.pk).status == "approved"
            return [approved, *_published([text, text.get_translations().get()], title)]

        return Prepared(lambda: self._post(address, {}), effects)

    def schedule(self, count):
        """The worker publishes a page whose hour has come."""
        text = self._text("scheduled")
        title = f"Scheduled edition {count}"
        text.title, text.go_live_at = title, timezone.now() + timedelta(hours=1)
        revision = text.save_revision()
        revision.publish()
        type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(hours=1))
        content = {**revision.content, "go_live_at": (timezone.now() - timedelta(hours=1)).isoformat()}
        type(revision).objects.filter(pk=revision.pk).update(content=content)

        def send():
            queue.want(publishing.publish, [(revision.pk,)], timezone.now())
            queue.do_all()

        return Prepared(send, lambda: _published([text, text.get_translations().get()], title))

    def translation(self, count):
        """A translation is published."""
        original = PhasePage.objects.get(number=4)
        chinese, words = original.get_translations().get(), f"第{count}版"
        segment = StringSegment.objects.get(source__object_id=original.translation_key, context__path="summary")
        StringTranslation.objects.filter(translation_of=segment.string).update(data=words)
        address = reverse("wagtail_localize:update_translations", args=[segment.source_id])

        def effects():
            now = PhasePage.objects.get(pk=chinese.pk)
            log = PageLogEntry.objects.filter(page=now.pk, action__in=PUBLISHED, revision=now.live_revision_id)
            return [now.summary == words, log.exists() and now.summary == words]

        return Prepared(lambda: self._post(address, {"publish_translations": "on"}), effects)

    def bulk_publish(self, count):
        """Three pages are published at once from the list of pages."""
        texts = [self._text(f"one-of-three-{number}") for number in range(3)]
        for text in texts:
            text.title = f"One of three, edition {count}"
            text.save_revision()
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        address += "?" + "&".join(f"id={text.pk}" for text in texts)
        return Prepared(lambda: self._post(address, {}), lambda: _published(texts, f"One of three, edition {count}"))

    def succession(self, count):
        """A phase is closed and the next one drafted."""
        number, year = 20 + 2 * count, 2030 + 3 * count
        index = PhasePage.objects.originals().first().get_parent()
        fields = {"title": f"Phase {number}", "slug": f"phase-{number}", "number": number, "starts": f"{year}-01"}
        phase = publish_phase(index, **fields, locale=index.locale)
        call_command("sync_locale_trees", verbosity=0)
        address = reverse("governance_admin:succession", args=[phase.pk])
        sent = {"ends": f"{year + 1}-12", "starts": f"{year + 2}-01", "number": number + 1, "title": "Next"}
        seen = str(PhasePage.objects.get(pk=phase.pk).latest_revision_id)
        sent |= {"slug": f"phase-{number + 1}", "seen": seen}
        told = self.client.post(address, sent)
        sent |= {"confirm": "1", "seen": seen}
        assert told.status_code == 200

        def effects():
            closed = bool(PhasePage.objects.get(pk=phase.pk).ends)
            return [closed, PhasePage.objects.filter(slug=f"phase-{number + 1}").count() == 2]

        return Prepared(lambda: self._post(address, sent), effects)

    def upload(self, count):
        """A picture is uploaded."""
        title = f"Picture {count}"
        picture = photograph("png")

        def send():
            file = SimpleUploadedFile("picture.png", picture, "image/png")
            sent = {"title": title, "file": file, "description": "Red", "collection": "1", "tags": ""}
            self._post(reverse("wagtailimages:add"), sent)

        def effects():
            image = PortalImage.objects.filter(title=title).first()
            return [bool(image), bool(image) and image.file.storage.exists(image.file.name)]

        return Prepared(send, effects)

    def bin(self, count):
        """A page that was deleted is brought back from the bin."""
        text = self._text(f"deleted-{count}")
        self._post(reverse("wagtailadmin_pages:delete", args=[text.pk]), {})
        deletion = Deletion.objects.get(title=text.title)
        address = reverse("bin:bring_back", args=[deletion.pk])

        def effects():
            pages = Page.objects.filter(translation_key=text.translation_key)
            return [pages.filter(live=True).count() == 2, not Deletion.objects.filter(pk=deletion.pk).exists()]

        return Prepared(lambda: self._post(address, {}), effects)

    def _text(self, slug):
        """Return the page of text with this slug, made where it is not there."""
        home = HomePage.objects.get(locale__language_code="en")
        found = StandardPage.objects.filter(slug=slug, locale=home.locale).first()
        if not found:
            publish(StandardPage(title=slug, slug=slug, summary="Words", locale=home.locale), home)
            call_command("sync_locale_trees", verbosity=0)
            found = StandardPage.objects.get(slug=slug, locale=home.locale)
            found.save_revision().publish()
        return found

    def _publishing(self, page, title, pages):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        sent = self._form(address, title=title, **PUBLISH)
        return Prepared(lambda: self._post(address, sent), lambda: _published(pages, title))

    def _form(self, address, **typed):
        return filled_in(self.client.get(address).content, **typed)

    def _post(self, address, sent):
        answer = self.client.post(address, sent)
        assert answer.status_code == 302, (answer.status_code, refusals(answer))


def refusals(answer):
    """Return what a form says of the fields that it refuses."""
    html = BeautifulSoup(answer.content, "html.parser")
    places = html.select(".w-field__errors, .messages, .error-message")
    return [" ".join(place.get_text().split()) for place in places if place.get_text().strip()]


def _published(pages, title):
    """Tell of each page whether it is public under a title, and of each original whether its history says so."""
    effects = []
    for page in pages:
        now = Page.objects.get(pk=page.pk)
        effects.append(now.live and now.title == title)
        if not now.alias_of_id:
            log = PageLogEntry.objects.filter(page=now.pk, action__in=PUBLISHED, revision=now.live_revision_id)
            effects.append(now.title == title and log.exists())
    return effects
