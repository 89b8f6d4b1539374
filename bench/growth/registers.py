"""The registers of a large portal: partners, people, phases, and the committee with what it decided."""

from datetime import date

from governance.models import (
    Attendance,
    Decision,
    MeetingPage,
    PriorityIndexPage,
    PriorityItem,
    PriorityRevisionPage,
    Seat,
    Sector,
    StatusEntry,
    SteeringCommitteePage,
    TermOfOffice,
)
from partners.models import PartnerIndexPage, PartnerName, PartnerPage, Person
from phases.models import Participation, PhaseIndexPage, PhasePage, TeamMember, TermsOfReferencePage

from . import words

FIRST = 1000  # what is grown is numbered from here, so that it never meets the numbers of what was there


def both(model):
    """Return the one page of a type in English and in Chinese."""
    return [model.objects.get(locale__language_code=code) for code in ("en", "zh-hans")]


class Registers:
    """Grows the registers through a BulkPageBuilder."""

    def __init__(self, builder):
        self._builder = builder

    def grow(self, *, partners, phases, meetings, decisions, revisions):
        """Add this many of each, in both languages."""
        people = Person.objects.bulk_create(
            Person(name=f"Person {number}", name_zh=f"人员{number}", consent="given", consent_source="A letter")
            for number in range(max(partners, 10))
        )
        bodies = [self._partner(number) for number in range(partners)]
        stages = [self._phase(number, bodies) for number in range(phases)]
        held = [self._meeting(number, bodies) for number in range(meetings)]
        sectors = Sector.objects.bulk_create(
            Sector(code=f"grown-{number}", name=words.title(number, 0), name_zh=words.title(number, 1))
            for number in range(min(revisions, 1) * 30)
        )
        lists = [self._revision(number) for number in range(revisions)]
        self._builder.flush()
        self._names(bodies)
        self._seats(bodies, people)
        self._roles(stages, bodies, people)
        self._attendances(held, bodies)
        self._priorities(lists, sectors)
        self._decisions(decisions, held, bodies)

    def _pair(self, model, parents, number, fields, texts=lambda language: {}):
        """Plant a page and its translation; `fields` stand on both, `texts` in their own language."""
        pages = []
        for language, parent in enumerate(parents):
            said = {"title": words.title(number, language), "summary": words.sentence(number, language)}
            kept = {name: value for name, value in fields.items() if not (language and name == "number")}
            like = pages[0] if language else None
            made = {**said, **kept, **texts(language)}
            pages.append(self._builder.add(model, parent, language=language, like=like, **made))
        return pages

    def _partner(self, number):
        fields = {"slug": f"body-{number}", "title": f"Body {number}", "acronym": f"B{number}", "kind": "other"}
        fields |= {"seat": "Brussels", "seat_zh": "布鲁塞尔", "country": "BE", "website": "https://www.example.org/"}
        parents = self._parents(PartnerIndexPage)
        return self._pair(
            PartnerPage, parents, number, fields, lambda language: {"body": words.body(PartnerPage, number, language)}
        )[0]

    def _phase(self, number, bodies):
        year = 2030 + 3 * number
        fields = {"slug": f"phase-{FIRST + number}", "number": FIRST + number, "title": f"SESEC {FIRST + number}"}
        fields |= {"starts": f"{min(year, 2900)}-04", "planned_end": f"{min(year, 2900) + 2}-12"}
        fields |= {"project_leader": bodies[number % len(bodies)]} if bodies else {}

        def texts(language):
            said = {
                name: words.points(number + place, language)
                for place, name in enumerate(("objectives", "achievements"))
            }
            return {**said, "body": words.body(PhasePage, number, language)}

        phase = self._pair(PhasePage, self._parents(PhaseIndexPage), number, fields, texts)
        terms = {"slug": "terms-of-reference"}
        self._pair(
            TermsOfReferencePage, phase, number, terms, lambda language: {"preamble": words.points(number, language)}
        )
        return phase[0]

    def _meeting(self, number, bodies):
        year, month = divmod(number, 4)
        fields = {
            "slug": f"meeting-{FIRST + number}",
            "number": FIRST + number,
            "city": "Brussels",
            "city_zh": "布鲁塞尔",
        }
        fields |= {"held": f"{max(2026 - year, 1000)}-{month * 3 + 1:02}", "online": bool(number % 2)}
        fields |= {"host": bodies[number % len(bodies)]} if bodies else {}
        parents = self._parents(SteeringCommitteePage)
        agenda = lambda language: {"agenda": words.points(number, language)}  # noqa: E731
        return self._pair(MeetingPage, parents, number, fields, agenda)[0]

    def _revision(self, number):
        fields = {"slug": f"revision-{FIRST + number}", "number": FIRST + number}
        fields |= {"adopted": f"{max(2026 - number, 1000)}-06"}
        parents = self._parents(PriorityIndexPage)
        reason = lambda language: {"reason": words.points(number, language)}  # noqa: E731
        return self._pair(PriorityRevisionPage, parents, number, fields, reason)[0]

    def _parents(self, model):
        known = self.__dict__.setdefault("_indexes", {})
        if model not in known:
            known[model] = both(model)
        return known[model]

    def _names(self, bodies):
        PartnerName.objects.bulk_create(
            PartnerName(partner=body, name=f"{name} {body.title}", name_zh=body.title, starts=starts, ends=ends)
            for body in bodies
            for name, starts, ends in (("Committee", "", "2015"), ("Organization", "2016", ""))
        )

    def _seats(self, bodies, people):
        seats = Seat.objects.bulk_create(Seat(partner=body, sort_order=100) for body in bodies)
        TermOfOffice.objects.bulk_create(
            TermOfOffice(
                seat=seat,
                holder=people[(place + term) % len(people)],
                starts=f"{2006 + 4 * term}-01-01",
                ends="" if term == 4 else f"{2009 + 4 * term}-12-31",
            )
            for place, seat in enumerate(seats)
            for term in range(5)
        )

    def _roles(self, stages, bodies, people):
        Participation.objects.bulk_create(
            Participation(phase=phase, partner=body, role="partner", sort_order=place)
            for number, phase in enumerate(stages)
            for place, body in enumerate(_some(bodies, number, 5))
        )
        TeamMember.objects.bulk_create(
            TeamMember(phase=phase, person=person, office="officer", starts="2030", sort_order=place)
            for number, phase in enumerate(stages)
            for place, person in enumerate(_some(people, number, 3))
        )

    def _attendances(self, held, bodies):
        Attendance.objects.bulk_create(
            Attendance(meeting=meeting, partner=body, sort_order=place)
            for number, meeting in enumerate(held)
            for place, body in enumerate(_some(bodies, number, 5))
        )

    def _priorities(self, lists, sectors):
        PriorityItem.objects.bulk_create(
            PriorityItem(
                revision=revision,
                sector=sector,
                rationale=words.sentence(place, 0),
                rationale_zh=words.sentence(place, 1),
                sort_order=place,
            )
            for number, revision in enumerate(lists)
            for place, sector in enumerate(_some(sectors, number, 12))
        )

    def _decisions(self, count, held, bodies):
        made = Decision.objects.bulk_create(
            Decision(
                number=FIRST + number,
                kind="measure" if number % 4 == 0 else "decision",
                disclosure=("public", "public", "summary", "internal")[number % 4],
                decided=f"{max(2026 - number // 12, 1000)}-{number % 12 + 1:02}",
                meeting=held[number % len(held)] if held else None,
                owner=bodies[number % len(bodies)] if bodies else None,
                wording=words.sentence(number, 0),
                wording_zh=words.sentence(number, 1),
                summary=words.sentence(number + 1, 0),
                summary_zh=words.sentence(number + 1, 1),
            )
            for number in range(count)
        )
        StatusEntry.objects.bulk_create(
            StatusEntry(decision=decision, status=status, day=date(2020, month, 1))
            for decision in made
            for month, status in enumerate(("planned", "in-progress", "done"), 1)
        )


def _some(rows, number, count):
    """Return up to `count` different rows, others for each number."""
    return [rows[(number + place) % len(rows)] for place in range(min(count, len(rows)))]
