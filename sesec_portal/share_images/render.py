"""Draws a card: the portal's mark and name, the kind of the page, its title, a line of facts."""

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext, override
from PIL import Image, ImageChops, ImageColor, ImageDraw

from sesec_portal.core.share_card import Card

from .text_layout import Type, clean

# The size that the large cards of social networks are cut for, 1.91 to 1.
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
MEASURE = WIDTH - 2 * MARGIN
TOP, BOTTOM = 180, 572
TITLE_SIZES = (112, 98, 86, 74, 64, 56)
MOST_LINES = 4

# The tokens of static/css/portal.css; the line is lighter than its dark theme's, as the ink is.
INK = "#14213d"
PAPER, PALE, GOLD, LINE = COLOURS = ("#ffffff", "#a9b4c9", "#ffcc00", "#3f4b69")
SHADES = 15


def draw(card: Card) -> bytes:
    """Return a card as the bytes of a PNG of 1200 by 630 pixels; raises LetterMissing."""
    sheet = Sheet()
    _head(sheet, card)
    _body(sheet, card)
    return sheet.png()


class Sheet:
    """A dark ground to write on in four colours, each in its own layer, so that the file needs 61 colours in all."""

    def __init__(self) -> None:
        self._layers = {colour: Image.new("L", (WIDTH, HEIGHT)) for colour in COLOURS}

    def bar(self, x: int, y: int, width: int, height: int, colour: str) -> None:
        """Fill a rectangle."""
        ImageDraw.Draw(self._layers[colour]).rectangle((x, y, x + width - 1, y + height - 1), fill=255)

    def write(self, text: str, face: Type, x: float, baseline: float, colour: str) -> float:
        """Write a line of text from a point on its baseline; return where it ends; raises LetterMissing."""
        pen = ImageDraw.Draw(self._layers[colour])
        for font, run in face.runs(text):
            pen.text((x, baseline), run, font=font, fill=255, anchor="ls")
            x += font.getlength(run)
        return x

    def png(self) -> bytes:
        """Return the sheet as the bytes of a PNG."""
        image, palette = Image.new("L", (WIDTH, HEIGHT)), [*_rgb(INK)]
        for place, (colour, layer) in enumerate(self._layers.items()):
            shades = [round(value * SHADES / 255) for value in range(256)]
            indices = [shade and place * SHADES + shade for shade in shades]
            image = ImageChops.lighter(image, layer.point(indices))
            for shade in range(1, SHADES + 1):
                palette += _between(_rgb(INK), _rgb(colour), shade / SHADES)
        image.putpalette(palette)
        out = BytesIO()
        image.save(out, "PNG")
        return out.getvalue()


def _rgb(colour: str) -> tuple[int, ...]:
    return ImageColor.getrgb(colour)


def _between(ground: Sequence[int], colour: Sequence[int], share: float) -> list[int]:
    return [round(low + (high - low) * share) for low, high in zip(ground, colour, strict=True)]


def _head(sheet: Sheet, card: Card) -> None:
    """The mark of static/img/favicon.svg, the wordmark and, unless the card itself says it, the full name."""
    for x, y, width, colour in ((0, 0, 30, PAPER), (9, 15, 30, PAPER), (24, 30, 24, GOLD)):
        sheet.bar(MARGIN + x, 70 + y, width, 9, colour)
    end = sheet.write("SESEC", Type("semibold", 46, "en"), MARGIN + 68, 107, PAPER)
    with override(card.language):
        full_name = gettext("Seconded European Standardization Expert for China")
    if full_name not in (card.title, card.facts):
        sheet.write(full_name, Type("regular", 30, card.language), end + 18, 107, PALE)
    sheet.bar(MARGIN, 140, MEASURE, 2, LINE)


def _body(sheet: Sheet, card: Card) -> None:
    """Kind, title and facts under each other, in the middle of what the head leaves free."""
    title, kind, words = clean(card.title), clean(card.kind), clean(card.facts)
    small = Type("regular", 40, card.language)
    facts = small.shortened(small.lines(words, MEASURE), MEASURE, 2) if words else []
    around = (64 if kind else 0) + (20 + 52 * len(facts) if facts else 0)
    large, lines = _title(title, card.language, BOTTOM - TOP - around)
    y = TOP + (BOTTOM - TOP - around - large.leading * len(lines)) // 2
    if kind:
        sheet.write(kind, Type("semibold", 36, card.language), MARGIN, y + 34, GOLD)
        y += 64
    for line in lines:
        sheet.write(line, large, MARGIN, y + round(large.leading / 2 + large.size * 0.33), PAPER)
        y += large.leading
    for place, line in enumerate(facts):
        sheet.write(line, small, MARGIN, y + 56 + 52 * place, PALE)


def _title(title: str, language: str, room: int) -> tuple[Type, list[str]]:
    """Return the largest Type in which the title fits the room, and its lines; the smallest where none does."""
    for size in TITLE_SIZES:
        face = Type("semibold", size, language)
        if not face.whole(title, MEASURE):
            continue
        lines = face.lines(title, MEASURE)
        if len(lines) < MOST_LINES and len(lines) * face.leading <= room:
            return face, lines
    most = min(MOST_LINES, room // face.leading)
    return face, face.shortened(face.lines(title, MEASURE), MEASURE, most)
