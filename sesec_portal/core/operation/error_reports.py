"""Faults told to Sentry, or to a service that speaks its protocol, without anything about the reader."""

import sentry_sdk


def report_to(dsn):
    """Tell of each fault from now on: its traceback and its address, no query, body, cookie or local variable."""
    sentry_sdk.init(
        dsn,
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        max_breadcrumbs=0,
        before_send=_impersonal,
    )


def _impersonal(event, hint):
    request = event.get("request", {})
    event["request"] = {name: request[name] for name in ("method", "url") if name in request}
    event.pop("user", None)
    return event
