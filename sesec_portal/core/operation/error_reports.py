"""Faults told to Sentry, or to a service that speaks its protocol, without anything about the reader."""

import sentry_sdk

from .logs import impersonal

_OFF = {"mode": "off"}


def report_to(dsn, **options):
    """Tell of each fault from now on: its traceback and its address, no query, body, cookie or local variable.

    Arguments: the address of the service, and further options of its SDK.
    """
    sentry_sdk.init(
        dsn,
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
    request = event.get("request", {})
    event["request"] = {name: impersonal(request[name]) for name in ("method", "url") if name in request}
    event.pop("user", None)
    for fault in event.get("exception", {}).get("values", []):
        fault["value"] = impersonal(fault.get("value") or "")
    return event
