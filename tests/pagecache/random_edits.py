"""A day in the office, at random: everything that an editor, the clock or a program can change."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Decision, MeetingPage, Seat, SteeringCommitteePage
from partners.models import PartnerPage, Person
from phases.models import PhasePage
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish, publish_meeting
from sesec_portal.sources.models import Source

ADDRESSES = [
    "/en/",
    "/zh-hans/",
    "/en/phases/",
    "/zh-hans/phases/",
    "/en/phases/sesec-iv/",
    "/en/phases/sesec-iii/",
    "/en/phases/as-of/2016-05-01/",
    "/en/phases/phases.json",
    "/en/partners/",
    "/en/partners/cen/",
    "/zh-hans/partners/cen/",
    "/en/steering-committee/",
    "/zh-hans/steering-committee/",
    "/en/steering-committee/seats.csv",
    "/en/steering-committee/decisions.json",
    "/zh-hans/steering-committee/decisions/",
    "/en/open-data/",
    "/en/contact/",
    "/en/privacy/",
    "/zh-hans/privacy/",
    "/en/office-1/",
    "/en/office-2/",
    "/zh-hans/office-1/",
    "/en/old/",
]


class RandomEditor:
    """Everybody who works on the portal. Argument: where chance comes from."""

    def __init__(self, chance):
        self.chance = chance
        self.done = 0
        english = Locale.objects.get(language_code="en")
        self.image = get_image_model().objects.create(
            title="A picture", description="A picture", file=get_test_image_file(colour="red")
        )
        self.document = get_document_model().objects.create(title="A letter", file=ContentFile(b"%PDF-", name="l.pdf"))
        committee = SteeringCommitteePage.objects.originals().get()
        meeting = {"title": "A meeting", "slug": "a-meeting", "number": 1, "held": "2025-02-01"}
        publish_meeting(committee, **meeting, locale=english)
        for number in (1, 2):
            self._new(f"office-{number}")

    def work(self):
        """Change something, and return what; a change that a rule refuses changes nothing."""
        acts = [name for name in dir(type(self)) if not name.startswith("_") and name not in ("work", "wait")]
        name = self.chance.choice(acts)
        self.done += 1
        try:
            with transaction.atomic():
                getattr(self, name)()
        except (ValidationError, IntegrityError):
            return f"{name} (refused)"
        return name

    def wait(self, clock):
        """Let time pass: minutes mostly, days now and then."""
        clock.shift(self.chance.choice([timedelta(minutes=7), timedelta(hours=5), timedelta(days=40)]))

    def retitle_a_page(self):
        page = self._page()
        page.title = self._words()
        page.save_revision().publish()

    def save_a_draft(self):
        page = self._page()
        page.title = self._words()
        page.save_revision()

    def publish_a_draft(self):
        page = self._page()
        page.get_latest_revision_as_object().save_revision().publish()

    def take_a_page_down_or_put_it_back(self):
        page = self._page()
        page.unpublish() if page.live else page.save_revision().publish()

    def put_everything_back(self):
        for page in Page.objects.filter(depth__gt=2, live=False, alias_of=None).specific():
            page.save_revision().publish()
        PageViewRestriction.objects.all().delete()

    def change_a_slug(self):
        page = self._page()
        page.slug = f"{page.slug}-x" if not page.slug.endswith("-x") else page.slug.removesuffix("-x")
        page.save_revision().publish()

    def move_a_text(self):
        page = self.chance.choice(list(StandardPage.objects.filter(locale__language_code="en")))
        above = [
            *HomePage.objects.filter(locale=page.locale),
            *SteeringCommitteePage.objects.filter(locale=page.locale),
        ]
        target = self.chance.choice(above)
        if not target.get_children().filter(slug=page.slug).exists():
            page.move(target, pos="last-child")

    def reorder_the_menu(self):
        page = self._page(depth=3)
        page.move(page.get_parent(), pos=self.chance.choice(["first-child", "last-child"]))

    def put_a_page_in_or_out_of_the_menu(self):
        page = self._page(depth=3)
        page.show_in_menus = not page.show_in_menus
        page.save_revision().publish()

    def write_or_delete_a_page(self):
        slug = f"office-{self.chance.choice((1, 2))}"
        page = StandardPage.objects.filter(slug=slug, locale__language_code="en").first()
        page.delete() if page else self._new(slug)

    def show_pictures_and_documents(self):
        page = self.chance.choice(list(StandardPage.objects.filter(locale__language_code="en")))
        picture = {"image": self.image.pk, "alt_text": self.image.description, "decorative": False}
        page.body = [
            ("figure", page.body.stream_block.child_blocks["figure"].to_python({"image": picture, "caption": "Here"})),
            ("download", {"document": self.document}),
        ]
        page.save_revision().publish()

    def change_the_picture(self):
        self.image.file = get_test_image_file(filename=f"{self.done}.png", colour="blue")
        self.image.description = self._words()
        self.image.save()
        self.image.renditions.all().delete()

    def change_the_document(self):
        self.document.title = self._words()
        self.document.save()

    def close_or_open_a_page(self):
        page = self._page()
        kind = self.chance.choice(PageViewRestriction.RESTRICTION_CHOICES[1:])[0]
        if not page.view_restrictions.all().delete()[0]:
            PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")

    def schedule_a_publication(self):
        page = self._page()
        page.title = self._words()
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()

    def schedule_an_end(self):
        page = self._page()
        page.expire_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()

    def run_the_clockwork(self):
        call_command("worker", once=True)

    def change_the_dates_of_a_phase(self):
        phase = self.chance.choice(list(PhasePage.objects.filter(number__gt=3)))
        phase.ends = self.chance.choice(["", "2026-12", "2027", timezone.localdate().isoformat()])
        phase.save_revision().publish()

    def change_the_name_of_a_person(self):
        person = self.chance.choice(list(Person.objects.all()))
        person.name = self._words()
        person.consent = self.chance.choice(["given", "unknown"])
        person.consent_source = "A letter"
        person.full_clean()
        person.save()

    def begin_or_end_a_term_of_office(self):
        seat = self.chance.choice(list(Seat.objects.all()))
        if not seat.terms.all().delete()[0]:
            chosen = self.chance.choice(list(Source.objects.all()))
            seat.terms.create(holder=self.chance.choice(list(Person.objects.all())), starts="2020", cited=chosen)
        seat.save()

    def reorder_the_seats_in_one_statement(self):
        Seat.objects.filter(pk=self.chance.choice(list(Seat.objects.all())).pk).update(sort_order=self.done % 30)

    def record_a_decision(self):
        owner, meeting = PartnerPage.objects.originals().first(), MeetingPage.objects.originals().first()
        number = (Decision.objects.order_by("number").values_list("number", flat=True).last() or 0) + 1
        disclosure = self.chance.choice(["internal", "summary", "public"])
        words = {"wording": self._words(), "summary": self._words(), "decided": "2025-02-01"}
        if number < 20:
            decision = Decision.objects.create(
                number=number, disclosure=disclosure, meeting=meeting, owner=owner, **words
            )
            decision.log.create(status="planned", day=timezone.localdate())

    def disclose_a_decision(self):
        decisions = list(Decision.objects.all())
        if decisions:
            decision = self.chance.choice(decisions)
            decision.disclosure = self.chance.choice(["internal", "summary", "public"])
            decision.due = self.chance.choice(["", timezone.localdate().isoformat()])
            decision.save()

    def change_the_site(self):
        site = Site.objects.get()
        site.site_name = self._words()
        site.save()

    def redirect_an_old_address(self):
        if not Redirect.objects.filter(old_path="/en/old").delete()[0]:
            Redirect.add_redirect("/en/old", redirect_to=self.chance.choice(ADDRESSES))

    def translate_a_text(self):
        page = self.chance.choice(list(StandardPage.objects.filter(locale__language_code="en", live=True)))
        chinese = Locale.objects.get(language_code="zh-hans")
        source, _ = TranslationSource.update_or_create_from_instance(page)
        translation, _ = Translation.objects.get_or_create(source=source, target_locale=chinese)
        for segment in StringSegment.objects.filter(source=source):
            where = {"translation_of": segment.string, "locale": chinese, "context": segment.context}
            StringTranslation.objects.update_or_create(**where, defaults={"data": f"译文{self.done}"})
        translation.save_target(publish=self.chance.random() < 0.8)

    def rename_many_pages_in_one_statement(self):
        Page.objects.filter(depth=3).update(seo_title=self._words())

    def rename_a_page_past_the_models(self):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE wagtailcore_page SET title = %s WHERE slug = 'privacy'", [self._words()])

    def _words(self):
        return f"Words {self.done}"

    def _page(self, **where):
        pages = Page.objects.filter(locale__language_code="en", **{"depth__gt": 2, **where})
        return self.chance.choice(list(pages)).specific

    def _new(self, slug):
        home = HomePage.objects.get(locale__language_code="en")
        page = StandardPage(title=self._words(), slug=slug, locale=home.locale)
        create_aliases_for_new_page(publish(page, home))
