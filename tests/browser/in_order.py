"""A portal in which nothing is left to do, and what becomes due in it within seven months."""

from datetime import timedelta

from django.utils import timezone
from django.utils.text import slugify

from governance.models import Decision, Seat
from partners.models import Person
from phases.models import PhaseIndexPage, PhasePage
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import add_terms, publish, publish_phase
from sesec_portal.home.starter.standards import publish_call
from sesec_portal.reviews.due import kinds
from standards.models import CallIndexPage


def tidy_up():
    """Leave nothing to do: ends are on record, seats are held, sources agree, and everything was looked at lately."""
    today = timezone.localdate()
    for phase in PhasePage.objects.originals():
        phase.statements, phase.other_statements = [], []
        if phase.number == 4:
            phase.ends = "2021-04"
        phase.save_revision().publish()
    index = PhaseIndexPage.objects.originals().get()
    for number, name, starts, lasts in ((6, "SESEC VI", -30, 100), (7, "SESEC VII", 101, 900)):
        publish_phase(
            index,
            title=name,
            slug=slugify(name),
            number=number,
            starts=f"{today + timedelta(days=starts):%Y-%m-%d}",
            ends=f"{today + timedelta(days=lasts):%Y-%m-%d}",
            locale=index.locale,
        )
    holder = Person.objects.create(name="Ada Example")
    for seat in Seat.objects.all():
        add_terms(seat, [{"holder": holder, "starts": "2020"}])
    for model in kinds():
        model._base_manager.update(review_by=today + timedelta(days=700))


def open_what_ends():
    """Add a page that names the present phase, a measure and a call; each is due within seven months."""
    home = HomePage.objects.get(locale__language_code="en")
    text = '<p>Now it is <a linktype="fact" fact="phase">the present phase</a>.</p>'
    soon = timezone.localdate() + timedelta(days=60)
    page = StandardPage(title="Kites", slug="kites", locale=home.locale, body=[("text", text)], review_by=soon)
    publish(page, home)
    Decision.objects.create(
        number=7,
        kind="measure",
        decided=f"{timezone.localdate():%Y-%m}",
        due=f"{soon:%Y-%m-%d}",
        wording="Report on kites.",
        disclosure="internal",
        review_by=soon + timedelta(days=700),
    )
    publish_call(
        CallIndexPage.objects.originals().get(),
        title="Safety of kites",
        slug="safety-of-kites",
        kind="national",
        deadline=f"{soon:%Y-%m-%d}[Asia/Shanghai]",
        locale=home.locale,
    )


def change_what_is_translated():
    """Change the English of a page that has a Chinese of its own."""
    page = StandardPage.objects.originals().get(slug="for-companies")
    page.summary = "SESEC explains kites to companies."
    page.save_revision().publish()
