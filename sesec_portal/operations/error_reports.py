"""Faults told to Sentry, or to a service that speaks its protocol, without anything about the reader."""

import sentry_sdk

from .logs import impersonal, request_id

_OFF = {"mode": "off"}


def report_to(dsn, **options):
    """Tell from now on of each fault that the log tells of: its traceback and the request's identifier, nothing else.

    Arguments: the address of the service, and further options of its SDK.
    """
    sentry_sdk.init(
        dsn,
        # That for Django wraps its answers, so that the page cache could keep none, and reads the reader's request.
        auto_enabling_integrations=False,
        data_collection={
            "user_info": False,
            "cookies": _OFF,
            "http_headers": {"request": _OFF},
            "http_bodies": [],
            "url_query_params": _OFF,
            "database_query_data": False,
            "stack_frame_variables": False,
        },
        max_breadcrumbs=0,
        before_send=_impersonal,
        **options,
    )


def _impersonal(event, hint):
    for name in ("extra", "request", "user"):
        event.pop(name, None)
    entry = event.get("logentry", {})
    entry.pop("params", None)
    for told, name in [(entry, "message"), (entry, "formatted"), *_values(event)]:
        if told.get(name):
            told[name] = impersonal(told[name])
    event["tags"] = {"request": request_id.get()}
    return event


def _values(event):
    return [(fault, "value") for fault in event.get("exception", {}).get("values", [])]
