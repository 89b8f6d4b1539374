"""Readers write to the project: nothing is stored, nothing typed is lost, and no stranger is mailed any of it."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client

from sesec_portal.home.models import ContactSettings
from tests.reading import words

ADDRESS, COPY = "/en/contact/write/", "/en/contact/write/copy/"
TYPED = {"subject": "Kite norms", "message": "Which kites\nfly in Suzhou?", "sender": "ada@example.org"}
OURS = {"Sec-Fetch-Site": "same-origin"}
MAILBOX = "office@example.org"


@pytest.fixture
def mailbox(db):
    """The recorded mailbox."""
    kept = ContactSettings.load()
    kept.email = MAILBOX
    kept.save()
    return MAILBOX


def send(client, address=ADDRESS, headers=OURS, network="192.0.2.1", **changes):
    return client.post(address, {**TYPED, **changes}, headers=headers, REMOTE_ADDR=network)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def standing(text):
    """Return the tables of the database in which a text stands."""
    asked = """SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
        USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(asked)
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE strpos("{column}"::text, %s) > 0', [text])  # noqa: S608
            if cursor.fetchone()[0]:
                found.add(f"{table}.{column}")
    return found


def test_a_message_goes_to_the_mailbox_to_be_answered_to_its_sender(client, mailbox):
    answer = send(client)

    assert (answer.status_code, answer.url) == (302, "/en/contact/write/sent/")
    assert "Your message was sent" in words(soup(client.get(answer.url)).main)
    [sent] = mail.outbox
    assert (sent.to, sent.reply_to, sent.from_email) == ([MAILBOX], ["ada@example.org"], MAILBOX)
    assert sent.subject == "[SESEC] Kite norms"
    assert "Which kites\nfly in Suzhou?" in sent.body


def test_nothing_of_it_is_stored(client, mailbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(client, copy="on")

    for text in ("Kite norms", "Which kites", "ada@example.org"):
        assert standing(text) == set()
    assert not client.cookies


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_is_hidden_where_no_mail_is_set_or_no_mailbox_is_recorded(client, db, settings, language):
    def offered():
        contact = soup(client.get(f"/{language}/contact/")).main
        linked = contact.find("a", href=f"/{language}/contact/write/") is not None
        return linked, client.get(f"/{language}/contact/write/").status_code, send(client).status_code

    assert offered() == (False, 404, 404)
    kept = ContactSettings.load()
    kept.email = MAILBOX
    kept.save()
    assert offered() == (True, 200, 302)
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert offered() == (False, 404, 404)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("subject", "", "Type what it is about."),
        ("message", " ", "Type your message."),
        ("sender", "", "Type the e-mail address for the answer."),
        ("sender", "ada at home", "Type a whole e-mail address"),
    ],
)
def test_a_fault_is_told_beside_its_field_and_nothing_typed_is_lost(client, mailbox, field, typed, sentence):
    page = soup(send(client, **{field: typed}))

    control = page.find(attrs={"name": field})
    assert control["aria-invalid"] == "true"
    beside = [page.find(id=name) for name in control["aria-describedby"].split()]
    assert any(sentence in words(one) for one in beside)
    assert sentence in words(page.find(class_="wrong-summary").find("a", href=f"#{control['id']}"))
    assert page.title.get_text(strip=True).startswith("Error:")
    for name in {*TYPED} - {field}:
        kept = page.find(attrs={"name": name})
        assert (kept.get("value") or kept.get_text()).strip() == TYPED[name]
    assert mail.outbox == []


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\u2028"])
@pytest.mark.parametrize("field", ["subject", "sender"])
def test_no_header_can_be_smuggled_in(client, mailbox, field, break_):
    assert send(client, **{field: f"{TYPED[field]}{break_}Bcc: all@example.org"}).status_code == 200
    assert mail.outbox == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_from_elsewhere_is_refused(mailbox, headers):
    browser = Client(enforce_csrf_checks=True)

    assert send(browser, headers=headers).status_code == 403
    assert send(browser, COPY, headers=headers).status_code == 403
    assert mail.outbox == []


@pytest.mark.parametrize("headers", [OURS, {"Origin": "http://testserver"}])
def test_our_own_form_is_taken_without_a_cookie(mailbox, headers):
    browser = Client(enforce_csrf_checks=True)
    page = browser.get(ADDRESS)

    assert not page.cookies
    assert send(browser, headers=headers).status_code == 302


def test_a_program_that_fills_in_everything_sends_nothing(client, mailbox):
    page = soup(send(client, website="http://spam.example"))

    assert "Leave the last field empty" in words(page.main)
    assert mail.outbox == []


def test_a_network_sends_five_in_a_quarter_of_an_hour_and_loses_nothing_then(client, mailbox):
    for _ in range(5):
        assert send(client).status_code == 302
    refused = send(client)

    assert refused.status_code == 429
    assert int(refused["Retry-After"]) == 900
    assert TYPED["message"] in soup(refused).find("textarea").get_text()
    assert len(mail.outbox) == 5


@pytest.mark.parametrize(
    ("setting", "sentence", "wait", "again"),
    [
        ("CONTACT_MESSAGES_AN_HOUR", "no more messages within this hour", 40 * 60, (22, 13)),
        ("CONTACT_MESSAGES_A_DAY", "no more messages today", 12 * 3600 + 40 * 60, (23, 2)),
    ],
)
def test_all_networks_together_reach_a_ceiling_and_read_how_else_to_write(
    client, mailbox, on_day, settings, setting, sentence, wait, again
):
    setattr(settings, setting, 7)
    kept = ContactSettings.load()
    kept.telephone, kept.address = "+32 2 000 00 00", "A street 1\nBrussels"
    kept.save()
    with on_day(2026, 11, 22) as noon:
        noon.shift(20 * 60)
        for number in range(7):
            assert send(client, network=f"192.0.2.{number}").status_code == 302
        refused = send(client, network="198.51.100.1")

    assert (refused.status_code, int(refused["Retry-After"])) == (429, wait)
    page = soup(refused)
    assert sentence in words(page.main)
    assert f"e-mail: {MAILBOX}, telephone: +32 2 000 00 00, letter: A street 1, Brussels." in words(page.main)
    assert TYPED["message"] in page.find("textarea").get_text()
    assert len(mail.outbox) == 7
    day, hour = again
    with on_day(2026, 11, day, hour=hour):
        assert send(client, network="198.51.100.1").status_code == 302


def test_a_ceiling_of_a_day_holds_while_nobody_writes_for_an_hour(client, mailbox, on_day, settings):
    settings.CONTACT_MESSAGES_A_DAY = 1
    with on_day(2026, 11, 22, hour=12):
        assert send(client).status_code == 302
    with on_day(2026, 11, 22, hour=15):
        assert send(client).status_code == 429


def test_what_the_mail_server_does_not_take_is_still_there(client, mailbox, monkeypatch):
    monkeypatch.setattr(EmailBackend, "send_messages", _lose)
    refused = send(client)

    assert refused.status_code == 503
    assert "What you typed is still here" in words(soup(refused).main)
    assert TYPED["message"] in soup(refused).find("textarea").get_text()


def _lose(*_):
    raise SMTPServerDisconnected("ada@example.org is not welcome")


def test_a_copy_goes_only_to_who_reads_the_mails_of_the_address(client, mailbox):
    page = soup(send(client, copy="on"))
    sealed = page.find(attrs={"name": "sealed"})["value"]
    message, code = mail.outbox
    assert (message.to, code.to) == ([MAILBOX], ["ada@example.org"])
    for typed in TYPED.values():
        assert typed not in code.body
        assert typed not in code.subject
    digits = re.search(r"^\d{8}$", code.body, re.M)[0]

    assert client.get(COPY).url == ADDRESS
    wrong = send(client, COPY, sealed=sealed, code="00000000")
    assert "not the code" in words(soup(wrong).main)
    assert len(mail.outbox) == 2

    answer = send(client, COPY, sealed=sealed, code=f" {digits[:4]} {digits[4:]} ")
    assert (answer.status_code, answer.url) == (302, "/en/contact/write/copied/")
    assert "copy" in words(soup(client.get(answer.url)).main)
    assert mail.outbox[2].to == ["ada@example.org"]
    assert TYPED["message"] in mail.outbox[2].body

    again = send(client, COPY, sealed=sealed, code=digits)
    assert (again.status_code, again.url) == (302, "/en/contact/write/copied/")
    assert len(mail.outbox) == 3, "a code is good for one copy"


def test_a_subject_that_mail_programs_would_read_as_another_is_refused(client, mailbox):
    answer = send(client, subject="=?utf-8?q?=0d=0aBcc:_x@y?=")

    assert "Write the subject in plain words" in words(soup(answer).main)
    assert not mail.outbox


def test_a_code_can_be_guessed_ten_times_and_for_an_hour(client, mailbox, on_day):
    page = soup(send(client, copy="on"))
    sealed = page.find(attrs={"name": "sealed"})["value"]
    digits = re.search(r"^\d{8}$", mail.outbox[1].body, re.M)[0]
    for _ in range(10):
        send(client, COPY, sealed=sealed, code="00000000")
    assert send(client, COPY, sealed=sealed, code=digits).status_code == 410
    assert send(client, COPY, sealed=f"x{sealed}", code=digits).status_code == 410

    with on_day(2026, 11, 22, hour=10):
        page = soup(send(client, copy="on"))
    sealed = page.find(attrs={"name": "sealed"})["value"]
    digits = re.search(r"^\d{8}$", mail.outbox[3].body, re.M)[0]
    with on_day(2026, 11, 22, hour=12):
        assert send(client, COPY, sealed=sealed, code=digits).status_code == 410
    assert len(mail.outbox) == 4


def test_a_stranger_gets_three_codes_at_most(client, mailbox):
    for number in range(4):
        page = soup(send(client, copy="on"))
        assert (page.find(attrs={"name": "sealed"}) is not None) is (number < 3)

    assert len([sent for sent in mail.outbox if sent.to == ["ada@example.org"]]) == 3


def test_the_form_speaks_chinese_and_the_mailbox_gets_english(client, mailbox):
    page = soup(client.get("/zh-hans/contact/write/"))
    assert "给项目留言" in words(page.main)
    answer = send(client, "/zh-hans/contact/write/", sender="")
    assert "请填写用于接收回复的电子邮箱" in words(soup(answer).main)
    send(client, "/zh-hans/contact/write/", copy="on")
    assert "Sent with the form" in mail.outbox[0].body
    assert "验证码" in mail.outbox[1].body
