"""Who has forgotten the password gets a link; nobody learns who has an account, and nobody is buried in mails."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sesec_portal.settings.wagtail import TASKS
from tests.accounts.conftest import CODE, LOGIN, plain

ASK, SENT, CHOSEN = "/account/password/", "/account/password/sent/", "/account/password/chosen/"
NEW = "another-Password-7"


def ask(visitor, address="marie@example.org"):
    return visitor.post(ASK, {"email": address})


def choose(visitor, link, password=NEW, again=None):
    """Open a link, and send its form."""
    return visitor.post(visitor.get(link).url, {"new_password1": password, "new_password2": again or password})


def link_in(mail):
    """Return the path of the link in a mail, which leads to the portal's own address."""
    link = urlsplit(re.search(r"^http\S+$", mail.body, re.M).group())
    assert link.netloc == "testserver"
    return link.path


def test_a_link_is_mailed_opens_once_and_the_new_password_is_asked_for_with_the_code(visitor, account, mailoutbox):
    account("Editors", app=True)
    marie = visitor()
    assert f'href="{ASK}"' in marie.get(LOGIN).content.decode()
    assert ask(marie, "Marie@Example.org").url == SENT
    assert "is on its way" in marie.get(SENT).content.decode()
    [mail] = mailoutbox
    assert mail.to == ["marie@example.org"]
    assert "Your username is marie." in mail.body

    assert choose(marie, link_in(mail)).url == CHOSEN
    assert not marie.is_in()
    assert "Your password is set" in marie.get(CHOSEN).content.decode()
    assert marie.sign_in("marie").status_code == 200
    assert marie.sign_in("marie", NEW).url == CODE
    assert "no longer valid" in visitor().get(link_in(mail)).content.decode()


def test_a_link_is_too_old_after_three_days(visitor, account, mailoutbox):
    account("Editors")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask(visitor())
        clock.shift(timedelta(days=3, minutes=1))
        assert "no longer valid" in visitor().get(link_in(mailoutbox[0])).content.decode()


def test_a_password_that_is_refused_says_why_and_the_link_goes_on_opening(visitor, account, mailoutbox):
    account("Editors")
    marie = visitor()
    ask(marie)
    link = link_in(mailoutbox[0])

    assert "too common" in choose(marie, link, "password").content.decode()
    assert "didn’t match" in choose(marie, link, NEW, "something else").content.decode()
    assert choose(marie, link).url == CHOSEN


def test_a_browser_in_which_a_password_was_chosen_is_kept_out_by_nobodys_guesses(visitor, account, mailoutbox):
    account("Editors")
    marie = visitor()
    for time in range(5):
        marie.sign_in("marie", f"guess {time}")
    ask(marie)
    choose(marie, link_in(mailoutbox[0]))

    assert visitor().sign_in("marie", NEW).status_code == 429
    assert marie.sign_in("marie", NEW).status_code == 302


def test_the_worker_sends_it_so_that_the_answer_takes_as_long_for_anybody(
    visitor, account, mailoutbox, settings, tmp_path
):
    settings.TASKS = TASKS
    settings.RUN_DIR = tmp_path
    account("Editors")

    answers = []
    for network, address in (("192.0.2.1", "marie@example.org"), ("192.0.2.2", "stranger@example.org")):
        with CaptureQueriesContext(connection) as asked:
            answer = ask(visitor(network), address)
        answers.append((plain(answer), answer.url, len(asked)))
    assert answers[0] == answers[1]
    assert not mailoutbox
    call_command("worker", once=True, verbosity=0)
    assert [mail.to for mail in mailoutbox] == [["marie@example.org"]]


def test_of_twelve_times_from_one_network_five_are_answered_and_the_address_stays_typed(visitor, account, mailoutbox):
    account("Editors")
    answers = [ask(visitor("192.0.2.1"), f"name{number}@example.org") for number in range(12)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [429] * 7
    assert answers[-1].headers["Retry-After"] == "900"
    page = answers[-1].content.decode()
    assert "Too many links were asked for from here. Wait a quarter of an hour." in page
    assert 'value="name11@example.org"' in page
    assert ask(visitor("192.0.2.2")).url == SENT


def test_an_address_gets_three_mails_in_a_quarter_of_an_hour_whoever_asks(visitor, account, mailoutbox):
    account("Editors")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert {ask(visitor(f"192.0.2.{number}")).url for number in range(6)} == {SENT}
        assert len(mailoutbox) == 3
        clock.shift(timedelta(minutes=16))
        ask(visitor("192.0.2.9"))
    assert len(mailoutbox) == 4


def test_where_no_mail_is_set_the_pages_say_whom_to_ask(visitor, account, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    account("Editors")
    login = visitor().get(LOGIN).content.decode()

    assert ASK not in login
    for page in (login, visitor().get(ASK).content.decode(), ask(visitor()).content.decode()):
        assert "Ask an administrator of the portal" in page
    assert "<input" not in visitor().get(ASK).content.decode()


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("", ASK),
        ("done/", SENT),
        ("complete/", CHOSEN),
        ("confirm/MQ/cv5wyx-0123456789abcdef0123456789abcdef/", f"{ASK}MQ/cv5wyx-0123456789abcdef0123456789abcdef/"),
    ],
)
def test_wagtails_own_addresses_lead_there(visitor, former, now):
    assert visitor().get(f"/admin/password_reset/{former}").url == now


def test_pages_and_mail_are_in_the_language_of_whoever_asks_and_in_the_portals_look(visitor, account, mailoutbox):
    account("Editors")
    marie = visitor(HTTP_ACCEPT_LANGUAGE="zh-CN")
    ask(marie)
    [mail] = mailoutbox
    assert "您的用户名是marie" in mail.body
    form = marie.get(link_in(mail)).url

    for address in (ASK, SENT, CHOSEN, form, f"{ASK}MQ/none/"):
        page = marie.get(address).content.decode()
        assert '<html lang="zh-hans">' in page, address
        assert '<header class="masthead">' in page, address
        assert "密码" in page or "链接" in page, address
