"""Notices every change of the content in the database, whichever code makes it."""

import re

from django.db import transaction
from django.db.backends.signals import connection_created

from . import generation

_READS = re.compile(
    r"\s*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|SHOW|SET|DECLARE|FETCH|CLOSE|LOCK"
    r"|WITH\b(?![^;]*\b(?:INSERT|UPDATE|DELETE|MERGE)\b))\b[^;]*;?\s*$",
    re.I,
)

# Tables of which no cached page shows anything. Search shows the words to suggest, and is not cached.
_BACKSTAGE = (
    "account_emailaddress",
    "account_emailconfirmation",
    "axes_accessattempt",
    "axes_accessattemptexpiration",
    "axes_accessfailurelog",
    "axes_accesslog",
    "core_searchword",
    "django_session",
    "django_tasks_database_dbtaskresult",
    "mfa_authenticator",
    "wagtailadmin_editingsession",
    "wagtailcore_comment",
    "wagtailcore_commentreply",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_taskstate",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflowstate",
    "wagtailsearch_indexentry",
    "wagtailusers_userprofile",
)
# What saving a draft writes on the page itself.
_OF_THE_DRAFT = ("draft_title", "has_unpublished_changes", "latest_revision_created_at", "latest_revision_id")
_QUIET = re.compile(
    rf"""\s*(?:
    (?:INSERT\ INTO|UPDATE|DELETE\ FROM)\ "?(?:{"|".join(_BACKSTAGE)})"?\s
    | INSERT\ INTO\ "core_portalrendition"\s              # made from what is there
    | UPDATE\ "auth_user"\ SET\ "last_login"\ =\ %s\ WHERE
    | UPDATE\ "wagtailcore_page"\ SET\ (?:"(?:{"|".join(_OF_THE_DRAFT)})"\ =\ (?:%s|NULL),?\ )+WHERE
    )""",
    re.X,
)


def watch():
    """Move the generation after each change, from now on, on every connection that this process opens."""
    connection_created.connect(_connected)


def could_show(statement):
    """Tell whether a statement may have changed what a page shows; anything not known to be harmless may."""
    return not isinstance(statement, str) or not (_READS.match(statement) or _QUIET.match(statement))


def _connected(connection, **kwargs):
    if _noticing not in connection.execute_wrappers:
        connection.execute_wrappers.append(_noticing)


def _noticing(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if could_show(sql):
        _move_once_committed(context["connection"])
    return result


def _move_once_committed(connection):
    if not connection.in_atomic_block:
        generation.move()
        return
    waiting = connection.run_on_commit
    if not any(callback is generation.move for _savepoints, callback, _robust in waiting):
        transaction.on_commit(generation.move, using=connection.alias, robust=True)
        # Before everything else that waits for the commit: what comes later is lost when a callback fails.
        waiting.insert(0, waiting.pop())
