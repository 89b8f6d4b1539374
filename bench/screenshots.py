"""Every place as it looks, on three screens, in both themes and languages, and on paper: `make screenshots`.

Writes var/screenshots/index.html, which shows them all side by side. With URL set, a portal that runs already is
looked at; what it does not have, such as a page behind a password, is left out there.
"""

import asyncio
import html
import os
import shutil
import sys
from contextlib import nullcontext

from playwright.async_api import async_playwright

from bench.portal import portal
from sesec_portal.devserver.environment import ROOT, say
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.places import LANGUAGES, OBSTACLES, PLACES, PRIVATE, REFUSED

FOLDER = ROOT / "var" / "screenshots"
WIDTHS = [360, 768, 1440]
THEMES = ["light", "dark"]
AT_ONCE = max(2, os.cpu_count() or 2)


def main():
    """Take the pictures and write the sheet; return the exit status."""
    if not CHROMIUM:
        sys.exit("The pictures need Chromium. On Debian and Ubuntu: apt install chromium")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    running = os.environ.get("URL", "").rstrip("/")
    with nullcontext(running) if running else portal() as origin:
        taken = asyncio.run(_all(origin))
    (FOLDER / "index.html").write_text(_sheet(taken), encoding="utf-8")
    say(f"{sum(map(len, taken.values()))} pictures: {(FOLDER / 'index.html').relative_to(ROOT)}")
    return 0


async def _all(origin):
    waiting = asyncio.Queue()
    for language in LANGUAGES:
        for name, place in PLACES.items():
            waiting.put_nowait((name, language, place))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        taken = await asyncio.gather(*(_photographer(browser, origin, waiting) for _ in range(AT_ONCE)))
        await browser.close()
    return dict(sorted((picture for pictures in taken for picture in pictures), key=_in_order))


async def _photographer(browser, origin, waiting):
    """Take places from the queue until none is left; return each with the names of its pictures."""
    taken = []
    context = await browser.new_context(base_url=origin)
    page = await context.new_page()
    while not waiting.empty():
        name, language, place = waiting.get_nowait()
        if await _open(page, f"/{language}/{place}"):
            stem = f"{name}-{language}".replace(" ", "-")
            taken.append(((name, language), [picture async for picture in _pictures(page, stem)]))
    await context.close()
    return taken


async def _open(page, address):
    """Open a place as tests.browser.places.open_place does; tell whether the portal has it."""
    answer = await page.goto(address.replace(REFUSED, PRIVATE))
    if address.endswith((*OBSTACLES.values(),)) and answer.status == 404:
        return False
    if address.endswith(REFUSED):
        await page.context.clear_cookies()
        await page.locator("main [type=password]").fill("guessed")
        await page.locator("main [type=password]").press("Enter")
        await page.wait_for_load_state()
    return True


async def _pictures(page, stem):
    for theme in THEMES:
        await page.emulate_media(media="screen", color_scheme=theme)
        for width in WIDTHS:
            yield await _picture(page, f"{stem}-{width}-{theme}.png", width)
    await page.emulate_media(media="print", color_scheme="light")
    # The width of A4 between margins of 2 centimetres.
    yield await _picture(page, f"{stem}-print.png", 643)
    await page.emulate_media(media="screen")


async def _picture(page, file, width):
    await page.set_viewport_size({"width": width, "height": 900})
    await page.screenshot(path=FOLDER / file, full_page=True)
    return file


def _in_order(picture):
    (name, language), _ = picture
    return [*PLACES].index(name), language


def _sheet(taken):
    rows = ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of the portal</title>']
    for (name, language), files in taken.items():
        rows.append(f"<h2>{html.escape(name)}, {language}</h2><p>")
        rows += [f'<a href="{file}"><img src="{file}" alt="{file}" height="360" loading="lazy"></a>' for file in files]
        rows.append("</p>")
    return "\n".join(
        ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of the portal</title>', *rows]
    )


if __name__ == "__main__":
    sys.exit(main())
