"""The promise: an editor's whole day works in a browser, and what is typed wrongly is refused without being lost."""

import re
import time
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from django.utils.translation import override
from PIL import Image
from playwright.sync_api import expect

from sesec_portal.edtf.dates import UNREADABLE
from tests.browser.chromium import PATIENCE
from tests.browser.serve import PASSWORD
from tests.databases import run_manage

SESEC_VI = "/en/phases/sesec-vi/"
THE_WORKER_TWO_DAYS_LATER = """
import time_machine
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
with time_machine.travel(timezone.now() + timedelta(days=2)):
    call_command("worker", once=True)
"""


@pytest.fixture(scope="module")
def said():
    """What the browsers of the day have complained about in their consoles."""
    return []


@pytest.fixture(scope="module")
def open_browser(browser, editors_portal, said):
    """Open a window of a browser of one's own: `open_browser()`."""
    contexts = []

    def window():
        contexts.append(browser.new_context(base_url=editors_portal, viewport={"width": 1280, "height": 900}))
        contexts[-1].set_default_timeout(PATIENCE)
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        return page

    yield window
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def log_in(open_browser):
    """Come to one's desk in the admin, logging in the first time: `log_in("editor")`."""
    desks = {}

    def enter(account):
        if account not in desks:
            desks[account] = page = open_browser()
            page.goto("/admin/")
            page.get_by_label("Username").fill(account)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/admin/")
        return desks[account]

    return enter


@pytest.fixture(scope="module")
def phase_form(log_in):
    """The address of the form for a new phase."""
    editor = log_in("editor")
    begin_a_phase(editor)
    return editor.url


@pytest.fixture
def manage(editors_portal):
    """Run manage.py on the portal's database: `manage("worker", "--once")`."""
    return lambda *arguments: run_manage(*arguments, database=f"browser_{urlsplit(editors_portal).port}")


# What an editor does


def open_branch(page, *addresses):
    """Walk down the page tree, by the public addresses of its pages."""
    page.goto("/admin/pages/")
    for address in addresses:
        row_of(page, address).get_by_role("link").last.click()


def row_of(page, address):
    return page.get_by_role("row").filter(has=page.locator(f"a[href='{address}']"))


def open_listed(page, title):
    page.get_by_role("main").get_by_role("link", name=title, exact=True).click()


def begin_a_phase(page):
    open_branch(page, "/en/", "/en/phases/")
    page.locator("a[href$='/add_subpage/']").first.click()
    page.wait_for_url("**/phasepage/**")


def title(page):
    return page.get_by_role("textbox", name="Title*", exact=True)


def box(place, label):
    return place.get_by_role("textbox", name=label, exact=True)


def number(page):
    return page.get_by_role("spinbutton", name="Number")


def add_row(page, kind, heading):
    """Add a row to a list of the form; return the row."""
    page.get_by_role("button", name=f"Add {kind}", exact=True).click()
    return page.get_by_role("region", name=heading, exact=True)


def unfold_source(row):
    row.get_by_role("region", name="Source").get_by_role("button", name="Toggle section").click()


def choose_partner(page, row, acronym):
    row.get_by_role("button", name="Choose a page (Partner)").click()
    chooser = page.locator(".modal-dialog")
    chooser.get_by_role("textbox", name="Search term").fill(acronym)
    found = chooser.get_by_role("row").filter(has_text="Partners English")
    found.get_by_role("link", name=acronym, exact=True).click()
    expect(row).to_contain_text(acronym)


def add_a_source(page, row, title):
    """Add a source that the register has not, in the window in which one is chosen."""
    row.get_by_role("button", name="Choose source", exact=True).click()
    chooser = page.locator(".modal-dialog")
    chooser.get_by_role("tab", name="Add a source").click()
    chooser.get_by_label("Title*").fill(title)
    chooser.get_by_role("button", name="Add", exact=True).click()
    expect(row).to_contain_text(title)


def save_draft(page):
    page.get_by_role("button", name="Save draft").click()


def take_action(page, name):
    """Take one of the actions that lie behind “Save draft”."""
    page.get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name=name, exact=True).click()


# What the portal answers


def expect_message(page, words):
    expect(page.get_by_role("status").first).to_contain_text(words)


def expect_refusal(field, sentence, typed):
    """Expect the sentence beside the field, and in the field still what was typed."""
    expect(field).to_have_accessible_description(re.compile(re.escape(str(sentence))))
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value(typed)


def expect_lead(visitor, words):
    """Expect a visitor of SESEC VI to read these words under its title."""
    assert visitor.goto(SESEC_VI).status == 200
    expect(visitor.locator(".lead")).to_have_text(words)


# The day


def test_a_phase_is_written_approved_published_corrected_undone_and_scheduled(log_in, open_browser, manage):
    editor, visitor = log_in("editor"), open_browser()
    write_a_phase(editor)
    preview_it(editor)
    save_draft(editor)
    expect_message(editor, "SESEC VI")
    visitors_do_not_see_it(visitor)
    submit(editor, "SESEC VI")
    visitors_do_not_see_it(visitor)

    publisher, admin = log_in("publisher"), log_in("admin")
    approve(publisher, "SESEC VI")
    visitors_see_it(visitor)
    readers_of_chinese_see_that_it_is_not_translated(visitor)

    correct_it(publisher, "Corrected in the afternoon.")
    the_author_cannot_approve_it(publisher, "SESEC VI")
    expect_lead(visitor, "Typed in the morning.")
    approve(admin, "SESEC VI")
    expect_lead(visitor, "Corrected in the afternoon.")
    undo_the_correction(publisher)
    approve(admin, "SESEC VI")
    expect_lead(visitor, "Typed in the morning.")

    schedule(publisher, "Scheduled for tomorrow.")
    approve(admin, "SESEC VI")
    manage("worker", "--once")
    expect_lead(visitor, "Typed in the morning.")
    manage("shell", "-c", THE_WORKER_TWO_DAYS_LATER)
    expect_lead(visitor, "Scheduled for tomorrow.")


def write_a_phase(editor):
    """Fill in the form from top to bottom."""
    begin_a_phase(editor)
    title(editor).fill("SESEC VI")
    box(editor, "Summary").fill("Typed in the morning.")
    number(editor).fill("6")
    box(editor, "From").fill("2030-01")
    box(editor, "Planned end").fill("2032-12~")
    source = add_row(editor, "source", "Source 1")
    box(source, "Date*").fill("2030-01")
    add_a_source(editor, source, "Letter of the project leader, 3 May 2029")
    choose_partner(editor, add_row(editor, "role of a partner", "Role of a partner 1"), "CENELEC")
    editor.get_by_role("region", name="Objectives").get_by_role("textbox").fill("To write it all down.")


def preview_it(editor):
    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text("SESEC VI")
    expect(preview.get_by_text("about December 2032")).to_be_visible()
    expect(preview.get_by_text("To write it all down.")).to_be_visible()


def visitors_do_not_see_it(visitor):
    for address in (SESEC_VI, SESEC_VI.replace("/en/", "/zh-hans/")):
        assert visitor.goto(address).status == 404
    visitor.goto("/en/phases/")
    expect(visitor.get_by_text("SESEC VI", exact=True)).to_have_count(0)


def submit(page, name):
    take_action(page, "Submit to Approval by a second person")
    expect_message(page, f"'{name}' has been submitted for moderation")


def open_review(reviewer, name):
    reviewer.goto("/admin/")
    reviewer.get_by_role("region", name="What needs you").get_by_role("link", name=name).first.click()


def approve(reviewer, name):
    open_review(reviewer, name)
    take_action(reviewer, "Approve")
    expect_message(reviewer, f"“{name}” was approved.")


def the_author_cannot_approve_it(author, listed_as):
    open_listed(author, listed_as)
    expect(author.get_by_text("Somebody else approves it.")).to_be_visible()
    author.get_by_role("button", name="More actions").click()
    expect(author.locator("footer").get_by_role("button", name="Approve")).to_have_count(0)
    expect(author.locator("footer").get_by_role("button", name="Publish")).to_have_count(0)
    author.go_back()


def visitors_see_it(visitor):
    visitor.goto("/en/phases/")
    visitor.get_by_role("main").get_by_role("link", name="SESEC VI", exact=True).click()
    assert urlsplit(visitor.url).path == SESEC_VI
    expect(visitor.get_by_role("heading", level=1)).to_have_text("SESEC VI")
    facts = visitor.get_by_role("complementary", name="The facts")
    for fact in ("planned", "January 2030", "about December 2032"):
        expect(facts.get_by_text(fact, exact=True)).to_be_visible()
    expect(visitor.get_by_role("row", name="CENELEC partner")).to_be_visible()
    expect(visitor.get_by_text("Letter of the project leader, 3 May 2029")).to_be_visible()


def readers_of_chinese_see_that_it_is_not_translated(visitor):
    assert visitor.goto(SESEC_VI.replace("/en/", "/zh-hans/")).status == 200
    expect(visitor.locator(".notice")).to_contain_text("英文")
    expect(visitor.get_by_role("main")).to_have_attribute("lang", "en")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("SESEC VI")


def correct_it(publisher, summary):
    open_listed(publisher, "SESEC VI")
    box(publisher, "Summary").fill(summary)
    submit(publisher, "SESEC VI")


def undo_the_correction(publisher):
    open_listed(publisher, "SESEC VI")
    publisher.get_by_role("link", name="History").first.click()
    former = publisher.get_by_role("row").filter(has_text="Draft saved").filter(has_text="editor").first
    former.get_by_role("button", name="Actions").click()
    publisher.get_by_role("link", name="Review this version").click()
    expect(box(publisher, "Summary")).to_have_value("Typed in the morning.")
    publisher.get_by_role("button", name="Replace current draft").click()
    expect_message(publisher, "SESEC VI")
    submit(publisher, "SESEC VI")


def schedule(publisher, summary):
    """Let a correction go live tomorrow."""
    open_listed(publisher, "SESEC VI")
    box(publisher, "Summary").fill(summary)
    publisher.get_by_role("button", name="Toggle status").click()
    publisher.get_by_role("button", name="Set schedule").click()
    form = publisher.get_by_role("dialog", name="Set publishing schedule")
    tomorrow = timezone.localtime() + timedelta(days=1)
    box(form, "Go live date/time").fill(tomorrow.strftime("%Y-%m-%d %H:%M"))
    form.get_by_role("button", name="Save schedule").press("Enter")  # the calendar may cover it from a mouse
    submit(publisher, "SESEC VI")


def test_a_decision_is_drafted_sent_back_approved_and_corrected_later(log_in, open_browser):
    editor, publisher, admin, visitor = log_in("editor"), log_in("publisher"), log_in("admin"), open_browser()
    write_a_decision(editor)
    visitors_do_not_see_the_decision(visitor)
    preview_the_decision(editor)
    submit(editor, "decision 41")

    send_it_back(publisher, "Name the meeting.")
    visitors_do_not_see_the_decision(visitor)
    editor.goto("/admin/snippets/governance/decision/")
    open_listed(editor, "41")
    expect(editor.get_by_text("publisher asks for changes: “Name the meeting.”")).to_be_visible()
    box(editor, "Wording*").fill("The second meeting ends the pilot.")
    take_action(editor, "Resubmit to Approval by a second person")
    expect_message(editor, "has been submitted for moderation")
    approve(publisher, "decision 41")
    visitors_read(visitor, "The second meeting ends the pilot.", "planned – Agreed by all five")

    correct_the_decision(publisher)
    publisher.goto("/admin/snippets/governance/decision/")
    the_author_cannot_approve_it(publisher, "41")
    approve(admin, "decision 41")
    visitors_read(visitor, "The second meeting ends both pilots.", "Before: The second meeting ends the pilot.")

    the_decision_cannot_be_deleted(publisher)
    visitors_read(visitor, "The second meeting ends both pilots.")


def write_a_decision(editor):
    """Fill in the form, and wait until it has saved itself."""
    editor.goto("/admin/snippets/governance/decision/add/")
    expect(editor.locator("[data-edit-form]")).to_have_attribute("data-w-unsaved-has-edits-value", "false")
    number(editor).fill("41")
    box(editor, "Decided on*").fill("2030-05-04")
    box(editor, "Wording*").fill("End the pilot.")
    editor.locator("[name=disclosure]").select_option("public")
    editor.locator("[name=new_status]").select_option("planned")
    box(editor, "Why").fill("Agreed by all five")
    editor.wait_for_url("**/decision/edit/**")
    expect(editor.locator("[data-edit-form]")).to_have_attribute("data-w-unsaved-has-edits-value", "false")


def visitors_do_not_see_the_decision(visitor):
    visitor.goto("/en/steering-committee/")
    expect(visitor.locator("#decision-41")).to_have_count(0)


def preview_the_decision(editor):
    if not editor.locator("#w-preview-iframe").is_visible():
        editor.get_by_role("button", name="Toggle preview").click()
    expect(editor.frame_locator("#w-preview-iframe").get_by_text("End the pilot.")).to_be_visible()


def send_it_back(reviewer, comment):
    open_review(reviewer, "decision 41")
    take_action(reviewer, "Request changes")
    dialog = reviewer.locator(".modal-dialog")
    dialog.get_by_role("textbox").fill(comment)
    dialog.get_by_role("button", name="Request changes").click()
    expect_message(reviewer, "“decision 41” was sent back to its author.")


def correct_the_decision(publisher):
    """Change what readers know: first without a reason, which is refused."""
    publisher.goto("/admin/snippets/governance/decision/")
    open_listed(publisher, "41")
    box(publisher, "Wording*").fill("The second meeting ends both pilots.")
    take_action(publisher, "Submit to Approval by a second person")
    reason = box(publisher, "Reason of the correction")
    expect_refusal(reason, "Say in a sentence why it is corrected.", "")
    expect(box(publisher, "Wording*")).to_have_value("The second meeting ends both pilots.")
    reason.fill("A word was missing.")
    submit(publisher, "decision 41")


def the_decision_cannot_be_deleted(publisher):
    publisher.goto("/admin/snippets/governance/decision/")
    open_listed(publisher, "41")
    publisher.locator(".w-slim-header").get_by_role("button", name="Actions").click()
    publisher.get_by_role("link", name="Delete").click()
    expect_message(publisher, "what governs the project stays once it was published")


def visitors_read(visitor, *texts):
    visitor.goto("/en/steering-committee/")
    entry = visitor.locator("#decision-41")
    for fold in entry.locator("summary").all():
        fold.click()
    for text in texts:
        expect(entry).to_contain_text(text)


# Saving while the form saves itself

# It begins when the test says so, `begin()`, instead of some time after a change, and its answer is on its way until a
# button of the form has been pressed.
AUTOSAVE_ON_DEMAND = r"""
const LONG = 1e7;
const { setTimeout, fetch } = window;
document.querySelector("#page-edit-form").dataset.wAutosaveIntervalValue = LONG;
document.addEventListener("w-autosave:save", () => document.body.dataset.autosave = "waiting");
window.setTimeout = (act, delay, ...rest) => {
  if (delay !== LONG) return setTimeout(act, delay, ...rest);
  window.begin = act;
};
const pressed = new Promise((done) => document.addEventListener("click", () => setTimeout(done, 1000), true));
window.fetch = async (...request) => {
  if (!/\/pages\/add\/(?!.*\/preview\/)/.test(request[0])) return fetch(...request);
  document.body.dataset.autosave = "under way";
  const answer = await fetch(...request);
  await pressed;
  return answer;
};
"""
BEGIN_NOW = """() => {
  window.begin();
  document.querySelector("#page-edit-form").dataset.wAutosaveIntervalValue = 0;
}"""
BEGIN_ONCE_THE_FORM_IS_SENT = "document.addEventListener('submit', () => setTimeout(window.begin))"


def hold_back(route):
    """Let a form that somebody has sent be on its way for as long as an autosave needs to follow it."""
    if route.request.resource_type == "document":
        time.sleep(1)
    route.continue_()


@pytest.mark.parametrize(
    ("autosave", "number_typed", "begin", "wanted"),
    [
        ("waiting", "71", BEGIN_ONCE_THE_FORM_IS_SENT, ["document"]),
        ("under way", "72", BEGIN_NOW, ["fetch", "document"]),
    ],
)
def test_a_new_page_that_is_saved_is_sent_once_at_a_time(
    log_in, phase_form, manage, autosave, number_typed, begin, wanted
):
    editor = log_in("editor")
    editor.goto(phase_form)
    # It compares with what stood in the form once its scripts had started.
    expect(editor.locator("#page-edit-form")).to_have_attribute("data-w-unsaved-has-edits-value", "false")
    editor.evaluate(f"() => {{{AUTOSAVE_ON_DEMAND}}}")
    editor.route(re.compile("/admin/pages/(add/|[0-9]+/edit/)"), hold_back)
    sent = []
    editor.on("request", lambda request: request.method == "POST" and "/pages/" in request.url and sent.append(request))
    name = f"Saved while {autosave}"
    title(editor).fill(name)
    number(editor).fill(number_typed)
    expect(editor.locator("[name=slug]")).to_have_value(name.lower().replace(" ", "-"))
    expect(editor.locator("body")).to_have_attribute("data-autosave", "waiting")
    editor.evaluate(begin)
    expect(editor.locator("body")).to_have_attribute("data-autosave", autosave)
    save_draft(editor)
    expect_message(editor, f"Page '{name}'")
    editor.unroute_all()
    assert [request.resource_type for request in sent if "/preview/" not in request.url] == wanted
    count = f"from wagtail.models import Page; print(Page.objects.filter(title='{name}', alias_of=None).count())"
    assert manage("shell", "-v", "0", "-c", count).strip() == "1"


SAVED_BY_SOMEBODY_ELSE = """
from django.contrib.auth.models import User
from phases.models import PhasePage
phase = PhasePage.objects.get(number=1)
phase.summary = "Theirs"
phase.save_revision(user=User.objects.get(username="admin"))
"""


def test_whoever_agrees_to_overwrite_is_asked_once(log_in, manage):
    publisher = log_in("publisher")
    open_branch(publisher, "/en/", "/en/phases/")
    open_listed(publisher, "SESEC I")
    manage("shell", "-c", SAVED_BY_SOMEBODY_ELSE)
    publisher.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(publisher.locator(".w-editing-sessions")).to_have_attribute("data-w-session-intercept-value", "conflict")
    box(publisher, "Summary").fill("Mine")
    save_draft(publisher)
    publisher.get_by_role("dialog").get_by_role("button", name="Save draft").click()
    expect_message(publisher, "Page 'SESEC I' has been updated.")
    expect(box(publisher, "Summary")).to_have_value("Mine")


# What is refused


def test_a_date_that_cannot_be_read_is_refused_beside_its_field_and_nothing_typed_is_lost(log_in, phase_form):
    editor = log_in("editor")
    editor.goto(phase_form)
    for date in ("January 2030", "11 September 2030 or a little later"):
        box(editor, "From").fill(date)
        title(editor).fill("SESEC VII")
        box(editor, "Summary").fill("Not to be lost.")
        number(editor).fill("7")
        save_draft(editor)
        expect_refusal(box(editor, "From"), UNREADABLE, date)
        expect(title(editor)).to_have_value("SESEC VII")
        expect(box(editor, "Summary")).to_have_value("Not to be lost.")
        expect(number(editor)).to_have_value("7")


@pytest.mark.parametrize("date", ["20/11/2025", "03/12/2024", "2024-03"])
def test_a_plain_day_that_cannot_be_read_is_refused_beside_its_field_and_does_not_become_today(log_in, date):
    publisher = log_in("publisher")
    publisher.goto("/admin/snippets/governance/decision/add/")
    box(publisher, "Wording*").fill("Not to be lost.")
    since = publisher.locator("[name=new_status_day]")
    since.fill(date)
    since.press("Tab")
    expect(since).to_have_value(date)
    save_draft(publisher)
    expect_refusal(since, "Enter a valid date.", date)
    expect(box(publisher, "Wording*")).to_have_value("Not to be lost.")


@pytest.mark.parametrize(
    ("field", "sentence"),
    [("Real end", "The end lies before the start."), ("Planned end", "The planned end lies before")],
)
def test_a_phase_that_ends_before_it_starts_is_refused_beside_the_end(log_in, phase_form, field, sentence):
    editor = log_in("editor")
    editor.goto(phase_form)
    box(editor, field).fill("2029")
    box(editor, "From").fill("2030-01")
    title(editor).fill("SESEC VIII")
    number(editor).fill("8")
    save_draft(editor)
    expect_refusal(box(editor, field), sentence, "2029")
    expect(box(editor, "From")).to_have_value("2030-01")
    expect(title(editor)).to_have_value("SESEC VIII")


def test_a_number_that_another_phase_has_is_refused_beside_its_field(log_in, phase_form):
    editor = log_in("editor")
    editor.goto(phase_form)
    number(editor).fill("4")
    title(editor).fill("Another SESEC IV")
    box(editor, "From").fill("2030-01")
    save_draft(editor)
    expect_refusal(number(editor), "This number is taken.", "4")
    expect(title(editor)).to_have_value("Another SESEC IV")
    expect(box(editor, "From")).to_have_value("2030-01")


def test_two_terms_of_one_seat_that_overlap_are_refused_beside_the_date(log_in):
    publisher = log_in("publisher")
    publisher.goto("/admin/")
    publisher.get_by_role("button", name="Governance").click()
    publisher.get_by_role("link", name="Committee seats").click()
    open_listed(publisher, "CENELEC")
    terms = {"Term of office 1": ("2020-01", "2022-12"), "Term of office 2": ("2022-06", "2024")}
    for heading, (starts, ends) in terms.items():
        term = add_row(publisher, "term of office", heading)
        box(term, "From").fill(starts)
        box(term, "To").fill(ends)
        unfold_source(term)
        box(term, "Where in it").fill(f"Letter about {heading}")
    save_draft(publisher)
    second = publisher.get_by_role("region", name="Term of office 2")
    expect_refusal(box(second, "From"), "This overlaps another entry in the list.", "2022-06")
    for heading, (starts, ends) in terms.items():
        term = publisher.get_by_role("region", name=heading)
        expect(box(term, "From")).to_have_value(starts)
        expect(box(term, "To")).to_have_value(ends)
        unfold_source(term)
        expect(box(term, "Where in it")).to_have_value(f"Letter about {heading}")


def test_a_website_that_is_no_address_is_refused_beside_its_field(log_in):
    editor = log_in("editor")
    open_branch(editor, "/en/", "/en/partners/")
    open_listed(editor, "CENELEC")
    box(editor, "Seat").fill("Not to be lost")
    box(editor, "Website").fill("the usual one")
    save_draft(editor)
    expect_refusal(box(editor, "Website"), "Enter a valid URL.", "the usual one")
    expect(box(editor, "Seat")).to_have_value("Not to be lost")


def test_a_term_is_marked_in_a_text_and_explains_itself(log_in, open_browser):
    publisher, visitor = log_in("publisher"), open_browser()
    open_branch(publisher, "/en/", "/en/who-is-who/")
    open_listed(publisher, "Ministry of Industry and Information Technology")
    publisher.get_by_role("region", name="What it decides").get_by_role("textbox").click()
    publisher.keyboard.type("SAC")
    publisher.keyboard.press("Control+A")
    publisher.get_by_role("button", name="Term of the glossary").first.click()
    publisher.locator(".modal-dialog").get_by_role("link", name="SAC – Standardization Administration of China").click()
    expect(publisher.locator(".modal-dialog")).to_have_count(0)
    take_action(publisher, "Publish")
    expect_message(publisher, "Ministry of Industry and Information Technology")

    visitor.goto("/en/who-is-who/miit/")
    term = visitor.get_by_role("link", name="SAC", exact=True)
    expect(term).to_have_accessible_description(re.compile("administration for standardization"))
    term.click()
    expect(visitor).to_have_url(re.compile("/en/glossary/#term-sac$"))


def test_a_picture_without_alternative_text_stays_out_of_the_library(log_in, tmp_path):
    Image.new("RGB", (40, 30), "navy").save(tmp_path / "flag.png")
    editor = log_in("editor")
    editor.goto("/admin/images/multiple/add/")
    editor.locator("input[type=file]").set_input_files(tmp_path / "flag.png")
    editor.get_by_role("button", name="Update").click()
    expect(editor.get_by_text("This field is required.")).to_be_visible()
    expect(editor.get_by_role("textbox", name="Alternative text*", exact=True)).to_have_attribute(
        "aria-invalid", "true"
    )
    editor.goto("/admin/images/")
    expect(editor.get_by_role("main")).to_contain_text("You haven't uploaded any images")


# The editor's language


def test_an_editor_who_prefers_chinese_finds_the_forms_in_chinese(log_in, phase_form):
    page = log_in("admin")
    page.goto("/admin/account/")
    box(page, "First Name*").fill("Mei")
    box(page, "Last Name*").fill("Li")
    page.get_by_label("Preferred language").select_option("zh-hans")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
    page.goto(phase_form)
    expect(page.get_by_role("spinbutton", name="编号")).to_be_visible()
    expect(box(page, "摘要")).to_have_accessible_description(re.compile("一至两句话"))
    box(page, "计划结束时间").fill("2030年1月")
    page.get_by_role("button", name="保存草稿").click()
    with override("zh-hans"):
        expect_refusal(box(page, "计划结束时间"), UNREADABLE, "2030年1月")


# The whole day


def test_nothing_that_an_editor_did_was_against_the_content_security_policy(said):
    assert not [text for text in said if "Content Security Policy" in text]
