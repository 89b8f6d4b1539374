"""What the logs of a public installation say about a request, and what they never say about a person."""

import json
import logging
from io import StringIO

import pytest
import sentry_sdk
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import IntegrityError
from django.test import RequestFactory
from django.utils.module_loading import import_string

from sesec_portal.operations import logs
from sesec_portal.operations.access_log import Requests
from sesec_portal.operations.error_reports import report_to
from sesec_portal.operations.logs import JsonFormatter

READER = {"REMOTE_ADDR": "198.51.100.7", "HTTP_USER_AGENT": "Mozilla/5.0 (personal)", "REMOTE_USER": "editor"}


@pytest.fixture
def lines():
    """The lines that the portal writes in the meantime, as JSON."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    loggers = [logging.getLogger(name) for name in ("sesec.requests", "tests")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel("INFO")
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def ask(address, application=None, **headers):
    environ = RequestFactory().get(address, **READER, **headers).environ
    return Requests(application or answering())(environ, lambda *_: None)


def answering(status="200 OK", headers=()):
    def application(environ, start_response):
        start_response(status, list(headers))
        return [b""]

    return application


def test_each_request_is_one_line_with_the_identifier_that_the_proxy_gave_it(lines):
    ask("/en/phases/", HTTP_X_REQUEST_ID="7f7d078093c768c1")

    (line,) = lines()
    assert line["request"] == "7f7d078093c768c1"
    assert (line["method"], line["path"], line["status"]) == ("GET", "/en/phases/", 200)
    assert line["seconds"] >= 0


def test_any_characters_can_stand_in_an_address(lines):
    def decoding(environ, start_response):
        # As Django does.
        environ["PATH_INFO"] = environ["PATH_INFO"].encode("latin-1").decode()
        return answering("404 Not Found")(environ, start_response)

    environ = RequestFactory()._base_environ(PATH_INFO="/中/".encode().decode("latin-1"))
    Requests(decoding)(environ, lambda *_: None)

    assert (lines()[0]["path"], lines()[0]["status"]) == ("/中/", 404)


@pytest.mark.parametrize("given", ["", "short", "x" * 65, 'a"b\\nc{injected}', "名字名字名字名字"])
def test_an_identifier_that_is_none_is_replaced(lines, given):
    ask("/en/", HTTP_X_REQUEST_ID=given)

    assert lines()[0]["request"] != given
    assert len(lines()[0]["request"]) == 32


def test_what_happens_in_a_request_is_logged_under_its_identifier(lines):
    def application(environ, start_response):
        logging.getLogger("tests").info("something happened")
        return answering()(environ, start_response)

    ask("/en/", application, HTTP_X_REQUEST_ID="7f7d078093c768c1")

    assert {line["request"] for line in lines()} == {"7f7d078093c768c1"}
    assert len(lines()) == 2


def test_no_line_names_the_reader_or_what_was_searched_for(lines, db):
    ask("/en/search/?query=Li+Wei", WSGIHandler())

    written = json.dumps(lines())
    assert "/en/search/" in written
    assert not [word for word in ("198.51.100", "Mozilla", "editor", "Wei") if word in written]


def test_a_link_for_a_new_password_is_not_in_the_log(lines):
    token = "cv5wyx-0123456789abcdef0123456789abcdef"
    ask(f"/account/password/MQ/{token}/")

    assert lines()[0]["path"] == "/account/password/MQ/…/"


def test_a_line_says_that_a_page_was_made_and_one_from_memory_has_none(lines):
    for told in ("sesec; hit", "sesec; fwd=miss"):
        ask("/en/", answering(headers=[("Cache-Status", told)]))

    assert [line["cache"] for line in lines()] == ["miss"]


def test_questions_after_the_portals_health_are_not_logged(lines):
    ask("/livez")

    assert lines() == []


def test_an_application_that_breaks_is_logged_as_a_fault(lines):
    def broken(environ, start_response):
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        ask("/en/", broken)

    assert lines()[0]["status"] == 500


def test_an_error_is_one_line_with_its_traceback_and_without_the_values_of_the_row(lines):
    row = "li.wei" + "@example.org"
    try:
        raise IntegrityError(f"duplicate key\nDETAIL:  Key (email)=({row}) already exists.\n")
    except IntegrityError:
        logging.getLogger("tests").exception("A row was refused")

    (line,) = lines()
    assert line["level"] == "error"
    assert "IntegrityError: duplicate key" in line["traceback"]
    assert __file__ in line["traceback"]
    assert row not in json.dumps(line)


def test_a_report_of_a_fault_says_where_it_happened_and_nothing_about_the_reader():
    sent = []

    class Transport(sentry_sdk.Transport):
        def capture_envelope(self, envelope):
            sent.append(envelope.get_event())

    report_to("https://key@sentry.example.org/1", transport=Transport)
    password = "-".join(["a", "password"])
    request = RequestFactory().get("/en/search/?query=Wei", **READER)
    try:
        raise IntegrityError(f"refused\nDETAIL:  Key (name)=({password})")
    except IntegrityError as fault:
        failure = (type(fault), fault, fault.__traceback__)
    try:
        logs.request_id.set("7f7d078093c768c1")
        logging.getLogger("tests").error("Fault: %s", request.path, extra={"request": request}, exc_info=failure)
    finally:
        sentry_sdk.get_global_scope().set_client(None)

    (event,) = sent
    assert event["logentry"]["formatted"] == "Fault: /en/search/"
    assert event["exception"]["values"][0]["value"] == "refused"
    assert event["tags"] == {"request": "7f7d078093c768c1"}
    told = json.dumps({name: value for name, value in event.items() if name != "exception"}, default=str)
    assert not [word for word in ("Wei", "198.51.100", "Mozilla") if word in told]
    assert password not in json.dumps(event, default=str)


def test_what_the_images_server_logs_with_is_where_its_settings_say():
    configured = json.loads((settings.ROOT / "deploy" / "logging.json").read_text(encoding="utf-8"))

    for formatter in configured["formatters"].values():
        assert import_string(formatter["()"])
