"""The one place where the portal reads its environment; a bad value stops the start with a sentence.

Every variable NAME may be given as NAME_FILE instead: the path of a file that holds its value, as secrets are handed to
containers.
"""

import os
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()


def required(name, example):
    """Return the text of an environment variable that the portal cannot run without.

    Arguments: its name, and an example value for the person who has to set it.
    Raises ImproperlyConfigured, naming both, when it is missing or empty.
    """
    value = text(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}, for example {name}={example}")
    return value


def secret(name, example):
    """Return a required secret of at least 50 characters, as Django's own check (security.W009) asks."""
    value = required(name, example)
    if len(value) < 50 or len(set(value)) < 5:
        raise ImproperlyConfigured(
            f"{name} is too short or too simple: use at least 50 random characters, for example {name}={example}"
        )
    return value


def text(name, default):
    """Return an optional text; empty is as good as missing.

    Raises ImproperlyConfigured when it is given both ways, or when its file cannot be read.
    """
    value, place = os.environ.get(name, "").strip(), os.environ.get(f"{name}_FILE", "").strip()
    example = f"{name}_FILE=/run/secrets/{name.lower()}"
    if value and place:
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set; keep one of them, for example {example}")
    if place:
        try:
            value = Path(place).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE cannot be read ({error}), for example {example}") from error
    return value or default


def flag(name, default):
    """Return an optional yes or no, written true or false; raises ImproperlyConfigured for anything else."""
    value = text(name, str(default)).lower()
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(f"{name} must be true or false, for example {name}={str(default).lower()}")
    return value == "true"


def number(name, default):
    """Return an optional whole number of zero or more; raises ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, for example {name}={default}")
    return int(value)


def choice(name, default, choices):
    """Return an optional word, one of some; raises ImproperlyConfigured, naming them, for any other."""
    value = text(name, default).lower()
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, for example {name}={default}")
    return value


def networks(name, example):
    """Return an optional list of networks and addresses, separated by commas or blanks.

    Raises ImproperlyConfigured for anything else, a network with bits beyond its length, and one of everybody's.
    """
    try:
        known = [ip_network(entry) for entry in text(name, "").replace(",", " ").split()]
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} takes networks ({error}), for example {name}={example}") from error
    if any(network.prefixlen == 0 for network in known):
        raise ImproperlyConfigured(f"{name} would believe everybody; name networks, for example {name}={example}")
    return known


def hosts(name, example):
    """Return a required comma-separated list of host names.

    Raises ImproperlyConfigured when it is missing, or when an entry is an address or the catch-all `*`.
    """
    names = [entry.strip() for entry in required(name, example).split(",") if entry.strip()]
    if not names or any("/" in entry or "*" in entry or " " in entry for entry in names):
        raise ImproperlyConfigured(f"{name} takes host names, separated by commas, for example {name}={example}")
    return names


def former_hosts(name, default):
    """Return an optional comma-separated list of host names; raises ImproperlyConfigured as `hosts` does."""
    return hosts(name, default) if text(name, "") else default.split(",")


def origin(name, example):
    """Return a required web origin (scheme and host, no path); raises ImproperlyConfigured otherwise."""
    value = required(name, example).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} must be an address without a path, for example {name}={example}")
    return value


def contact(name):
    """Return an optional address to report to, as RFC 9116 takes it; raises ImproperlyConfigured for anything else."""
    value = text(name, "")
    mail, web = value.startswith("mailto:") and "@" in value, value.startswith("https://")
    if value and not ((mail or web) and value.isascii() and value.isprintable() and " " not in value):
        raise ImproperlyConfigured(
            f"{name} must begin with mailto: or https://, for example {name}=mailto:security@example.org"
        )
    return value


def email(name):
    """Return Django's settings for sending mail, read from a URL; none is sent where it is not set."""
    try:
        return _env.email_url_config(text(name, "dummymail://"))
    except (ValueError, KeyError, environ.ImproperlyConfigured) as error:
        example = f"{name}=smtp+tls://user:password@mail.example.org:587"
        raise ImproperlyConfigured(f"{name} cannot be read ({error}), for example {example}") from error


def postgresql(name, example):
    """Return Django's settings for one PostgreSQL database, read from its URL.

    Raises ImproperlyConfigured when the URL is missing, cannot be read, or names another kind of database.
    """
    value = required(name, example)
    try:
        database = _env.db_url_config(value)
    except (ValueError, KeyError, environ.ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} cannot be read ({error}), for example {name}={example}") from error
    if not database.get("ENGINE", "").endswith("postgresql") or not database.get("NAME"):
        raise ImproperlyConfigured(f"{name} must name a PostgreSQL database, for example {name}={example}")
    # A machine that is gone would else be waited for by the minute.
    options = database.setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", 3)
    # PostgreSQL overrates what a question over many tables costs, and would compile for seconds what takes a moment. It
    # asks after the other end of a silent connection after a minute, not two hours: a worker may have lost its power.
    keep_alive = "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
    options.setdefault("options", f"-c jit=off {keep_alive}")
    return database


def redis(name):
    """Return the address of a Redis or Valkey server, or nothing; raises ImproperlyConfigured for any other address."""
    value = text(name, "")
    parts = urlsplit(value)
    if value and (parts.scheme not in {"redis", "rediss", "unix"} or not (parts.hostname or parts.path)):
        raise ImproperlyConfigured(f"{name} must name a Redis server, for example {name}=redis://redis:6379/0")
    return value


def cdn(name):
    """Return Wagtail's settings for the CDN that is told of changes, read from its URL; none where it is not set.

    Raises ImproperlyConfigured for any other URL.
    """
    value = text(name, "")
    parts = urlsplit(value)
    if not value:
        return {}
    if parts.scheme == "cloudflare" and parts.username and parts.hostname:
        backend = {"BACKEND": "sesec_portal.pagecache.cdn.Cloudflare"}
        return {"cdn": backend | {"ZONEID": parts.hostname, "BEARER_TOKEN": unquote(parts.username)}}
    if parts.scheme in {"http", "https"} and parts.hostname and parts.path in {"", "/"}:
        return {"cdn": {"BACKEND": "sesec_portal.pagecache.cdn.Varnish", "LOCATION": value}}
    raise ImproperlyConfigured(
        f"{name} must name Cloudflare or a Varnish, for example {name}=cloudflare://token@zone or http://varnish:6081"
    )


def reports(name):
    """Return the address (DSN) to which faults are told, or nothing; raises ImproperlyConfigured for any other text."""
    value = text(name, "")
    parts = urlsplit(value)
    if value and not (parts.scheme in {"http", "https"} and parts.username and parts.hostname and len(parts.path) > 1):
        raise ImproperlyConfigured(f"{name} must be a DSN, for example {name}=https://key@sentry.example.org/1")
    return value
