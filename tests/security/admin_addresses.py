"""Every address of the admin, each with a thing that it is about, and what is answered there to whom."""

import re
from contextlib import contextmanager

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from django.urls import URLResolver, get_resolver
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Decision, Seat, Sector
from partners.models import Person
from sesec_portal.bin.models import Deletion
from sesec_portal.draft_links.models import DraftLink
from sesec_portal.home.models import ContactSettings, HomePage, StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import FormerFile, PortalDocument, PortalImage
from sesec_portal.search.models import SynonymGroup
from sesec_portal.sources.models import Source
from sesec_portal.spreadsheets.models import Upload
from sesec_portal.wording.models import AllowedPhrase, WatchedPhrase
from tests.filling_in import filled_in
from tests.pdfs import readable_pdf

# Whatever has no address of its own comes here.
CATCH_ALL = "^.*/$"
RECORDS = {
    "decision": Decision,
    "seat": Seat,
    "sector": Sector,
    "source": Source,
    "person": Person,
    "synonymgroup": SynonymGroup,
}


def routes():
    """Return the routes of the admin, without the part that all have in common."""
    found = {route.removeprefix("admin/") for route in _walk(get_resolver()) if route.startswith("admin/")}
    return sorted(found - {CATCH_ALL})


def _walk(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route)
        else:
            yield route


class World:
    """One thing of each kind that an address can be about."""

    def __init__(self):
        home = HomePage.objects.get(locale=Locale.get_default())
        author = User.objects.create_user("author", password="not-a-real-password")
        text = publish(StandardPage(title="A text", slug="a-text", summary="Words", locale=home.locale), home)
        create_aliases_for_new_page(text)
        text.save_revision(user=author)
        text.get_workflow().start(text, author)
        self.text, state = StandardPage.objects.get(pk=text.pk), text.current_workflow_state
        source, _ = TranslationSource.update_or_create_from_instance(home)
        translation, _ = Translation.objects.get_or_create(
            source=source, target_locale=Locale.objects.get(language_code="zh-hans")
        )
        picture = ImageFile(get_test_image_file(filename="a.png").file, name="a.png")
        document = PortalDocument(title="A document", file=ContentFile(readable_pdf("words"), name="a.pdf"))
        document._set_document_file_metadata()
        document.save()
        deletion = Deletion.objects.create(title="Somebody", kind="person")
        deletion.rows.create(model="partners.Person", primary_key="0", row={"id": 0})
        workflow = Workflow.objects.get(name="Approval")
        self.records = {
            "decision": Decision.objects.create(number=1, decided="2020", wording="x", live=False),
            "seat": Seat.objects.get(partner__slug="cen"),
            "sector": Sector.objects.create(code="toys", name="Toys", live=False),
            "source": Source.objects.create(title="A letter"),
            "person": Person.objects.create(name="Somebody"),
            "synonymgroup": SynonymGroup.objects.create(terms="harp\nlyre"),
        }
        for record in self.records.values():
            record.save_revision(user=author)
            record.get_workflow().start(record, author)
        self.values = {
            "page": self.text.pk,
            "revision": self.text.latest_revision_id,
            "page_to_move_id": self.text.pk,
            "destination_id": publish(StandardPage(title="Place", slug="place", locale=home.locale), home).pk,
            "parent_page_id": home.pk,
            "workflow_state_id": state.pk,
            "task_state_id": state.current_task_state_id,
            "task_id": Task.objects.first().pk,
            "workflow_pk": workflow.pk,
            "page_pk": Page.objects.get(depth=1).pk,
            "image": PortalImage.objects.create(title="A picture", description="A picture", file=picture).pk,
            "doc": document.pk,
            "document": document.pk,
            "redirect": Redirect.objects.create(old_path="/a", redirect_link="/b").pk,
            "collection": Collection.get_first_root_node().add_child(name="A collection").pk,
            "translation": translation.pk,
            "user": author.pk,
            "translation_source": source.pk,
            "string_segment": StringSegment.objects.filter(source=source).first().pk,
            "overridable_segment": 0,
            "uploaded_file": 0,
            "session": 0,
            "key": deletion.pk,
            "filter_spec": "width-100",
            "mode": "preview",
            "action": "delete",
            "action_name": "approve",
            "uidb64": "MQ",
            "token": "none",
            "object_id": self.text.pk,
            "link": DraftLink.make(self.text.latest_revision, "a partner", 7, author)[0].pk,
        }
        self.upload = Upload.objects.create(sheet="people", file_name="a.csv", content=b"Name\nAda", user=author)
        self.kinds = {
            "snippets/wording/watchedphrase": WatchedPhrase.objects.create(language="en", phrase="hot").pk,
            "snippets/wording/allowedphrase": AllowedPhrase.objects.create(language="en", phrase="hot air").pk,
            "groups": Group.objects.get(name="Editors").pk,
            "users": author.pk,
            "sites": Site.objects.get().pk,
            "locales": Locale.objects.get(language_code="zh-hans").pk,
            "collections": self.values["collection"],
            "workflows/tasks": self.values["task_id"],
            "workflows": workflow.pk,
            "documents": document.pk,
            "images": self.values["image"],
            "former-files": FormerFile.objects.create(document=document, file=ContentFile(b"words", name="a.pdf")).pk,
        }

    def address(self, route):
        """Return the address at which a route answers about the thing of its kind."""
        record = next((record for name, record in self.records.items() if f"/{name}/" in route), None)
        address = re.sub(r"\(live\|earliest\|\\d\+\)", "live", route)
        address = re.sub(r"\(live\|latest\|\\d\+\)", "latest", address)
        address = re.sub(r"\(\?P<revision_id_[ab]>[^)]*\)", "latest", address).replace(
            "latest...latest", "live...latest"
        )
        address = address.replace(r"(\d+)", str(self.text.pk)).replace(r"(?P<pk>.+)", "<str:pk>").replace("\\", "")
        address = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(self._value(found.group(1), address, record)), address)
        return "/admin/" + address.replace("^", "").replace("$", "")

    def _value(self, name, route, record):
        if route.startswith("settings/"):
            kept = {"app_name": "home", "model_name": "contactsettings", "pk": ContactSettings.load().pk}
            return kept[name]
        if route.startswith("spreadsheets/"):
            return {"name": "people", "file_format": "csv", "key": self.upload.pk}[name]
        if route.startswith("wording/"):
            return {"kind": ContentType.objects.get_for_model(Page).pk, "key": self.text.pk}[name]
        if route.startswith("reviews/"):
            return {"app_label": "home", "model_name": "standardpage", "key": self.text.pk}[name]
        if name in {"app_label", "app_name", "content_type_app_name"}:
            return "home" if "/add/" in route or "usage/" in route else "wagtailcore"
        if name in {"model_name", "content_type_model_name"}:
            return "standardpage" if "/add/" in route or "usage/" in route else "page"
        if record:
            return {"revision_id": record.latest_revision_id, "pk": record.pk}.get(name) or self._state(name, record)
        if name == "pk":
            kind = next((kind for kind in self.kinds if route.startswith(kind) or f"/^{kind}/" in route), None)
            return self.kinds[kind] if kind else self.text.pk
        return self.values.get(name, self.values.get(name.removesuffix("_id"), 0))

    def _state(self, name, record):
        state = record.current_workflow_state
        return {"task_state_id": state.current_task_state_id, "workflow_state_id": state.pk}.get(name) or (
            self.values.get(name, 0)
        )


@contextmanager
def undone():
    """Take back, at the end of the block, what was done in it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answers(client, address):
    """Return what is answered to a reader and to a sender of the form that stands there: words such as "yes/no"."""
    cookies = client.cookies.copy()
    said = []
    form = b""
    for ask in (client.get, client.post):
        with undone():
            answer = ask(address, _form_in(form)) if ask == client.post else ask(address)
            said.append(_in_words(answer))
            form = b"" if answer.streaming else answer.content
        client.cookies = cookies.copy()
    return "/".join(said)


def _form_in(html):
    return filled_in(html) if b"data-edit-form" in html else {}


def _in_words(answer):
    """Return yes, no (refused), login, none (nothing there, or not that way), or fault."""
    if answer.status_code >= 500:
        return "fault"
    if answer.status_code in {400, 404, 405}:
        return "none"
    if answer.status_code == 403:
        return "no"
    place = answer.headers.get("Location", "")
    if place.startswith("/en/admin/"):
        return "none"
    if place.startswith("/account/login/"):
        return "login"
    return "no" if place == "/admin/" or place.startswith("/account/no-role") else "yes"
