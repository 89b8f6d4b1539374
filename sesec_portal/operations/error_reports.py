"""Faults told to Sentry, or to a service that speaks its protocol, without anything about the reader."""

import sentry_sdk
from sentry_sdk.transport import Transport
from sentry_sdk.types import Event, Hint

from .logs import impersonal, request_id


def report_to(dsn: str, transport: type[Transport] | None = None) -> None:
    """Tell from now on of each fault that the log tells of: its traceback and the request's identifier, nothing else.

    Arguments: the address of the service, and what brings the reports there, if not what its SDK has for that.
    """
    sentry_sdk.init(
        dsn,
        # That for Django wraps its answers, so that the page cache could keep none, and reads the reader's request.
        auto_enabling_integrations=False,
        data_collection={
            "user_info": False,
            "cookies": {"mode": "off"},
            "http_headers": {"request": {"mode": "off"}},
            "http_bodies": [],
            "url_query_params": {"mode": "off"},
            "database_query_data": False,
            "stack_frame_variables": False,
        },
        max_breadcrumbs=0,
        before_send=_impersonal,
        transport=transport,
    )


def _impersonal(event: Event, hint: Hint) -> Event:
    event.pop("extra", None)
    event.pop("request", None)
    event.pop("user", None)
    if entry := event.get("logentry"):
        event["logentry"] = {name: _bare(words) for name, words in entry.items() if name != "params"}
    for fault in event.get("exception", {}).get("values", []):
        fault["value"] = _bare(fault.get("value"))
    event["tags"] = {"request": request_id.get()}
    return event


def _bare(words: object) -> object:
    return impersonal(words) if isinstance(words, str) else words
