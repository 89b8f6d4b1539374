"""Logs as one JSON object a line, which name the request and no person."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

request_id = ContextVar("request_id", default="")

# The values of rows, which PostgreSQL's errors quote; and the secret of a link: for a new password, to a draft.
_QUOTED = re.compile(r"^(?:DETAIL|CONTEXT|LINE \d+):.*(?:\n[ \t]*\^)?\n?", re.M)
_TOKEN = re.compile(r"\b[0-9a-z]{1,13}-[0-9a-f]{32}\b|(?<=/draft/)[\w-]+")


class JsonFormatter(logging.Formatter):
    """Writes a record with its time, the request that it belongs to, its `fields` and its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": impersonal(record.getMessage()),
            "request": request_id.get(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            entry["traceback"] = impersonal(self.formatException(record.exc_info))
        return json.dumps({name: value for name, value in entry.items() if value != ""}, ensure_ascii=False)


def impersonal(text: str) -> str:
    """Return a text without what could name a person or let somebody in: quoted rows, signed links."""
    return _TOKEN.sub("…", _QUOTED.sub("", text)).rstrip()
