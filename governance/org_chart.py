"""Who does what, laid out as a drawing: the partners, their committee, the project leader and the expert."""

from dataclasses import dataclass

# More boxes than these cannot be read side by side on a phone; the last one then stands for the rest.
MOST = 6


@dataclass(frozen=True)
class Box:
    """A partner's box in the drawing, in per cent of its width; without a partner it stands for `rest` more."""

    x: float
    width: float
    partner: object = None
    seated: bool = True
    rest: int = 0

    @property
    def middle(self):
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True)
class OrgChart:
    """The drawing: the `boxes` of the partners from left to right."""

    boxes: tuple

    @classmethod
    def of(cls, partners, seats):
        """Return the drawing of these partners, of which those that the seats belong to sit on the committee."""
        seated = {seat.partner_id for seat in seats}
        rest = len(partners) - MOST + 1 if len(partners) > MOST else 0
        drawn = partners[: len(partners) - rest]
        cell = 100 / max(len(drawn) + bool(rest), 1)
        gap = cell / 16

        def box(place, **kind):
            return Box(round(place * cell + gap, 2), round(cell - 2 * gap, 2), **kind)

        boxes = [box(place, partner=partner, seated=partner.pk in seated) for place, partner in enumerate(drawn)]
        if rest:
            boxes.append(box(len(drawn), rest=rest))
        return cls(tuple(boxes))

    @property
    def seated(self):
        """The boxes from which a line leads to the committee."""
        return [box for box in self.boxes if box.seated]

    @property
    def beam(self):
        """The line that gathers those lines: where it begins and where it ends."""
        return self.seated[0].middle, self.seated[-1].middle
