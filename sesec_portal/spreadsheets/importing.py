"""The deed: what the dry run has told, and nothing else, in one transaction."""

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from wagtail.log_actions import log

from .planning.fates import EntryPlan, Fate, Plan
from .sheets import DRAFT, PUBLISH, Sheet

IMPORTED = "spreadsheets.import"


class Overtaken(Exception):
    """Somebody else has written something meanwhile that the database does not let stand beside it."""


def carry_out(sheet: Sheet, plan: Plan, user: User, file_name: str, way: str) -> None:
    """Write what a plan has to write, each entry as one version with one line of history.

    Arguments: whose work it is, the name of the file, and one of the ways that `Sheet.ways` gives. What had a draft
    before stays one, whatever was chosen: the draft may be somebody's half sentence. So does what has words that
    will not stay true: its form asks why they stay. Raises Overtaken, and has done nothing then, where the database
    refuses a row.
    """
    try:
        with transaction.atomic():
            _hold(sheet, plan)
            for entry in plan.to_write:
                _write(sheet, entry, user, file_name, way)
            # What is held when a transaction commits is held now, while somebody can still be told.
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as refusal:
        raise Overtaken from refusal


def _hold(sheet: Sheet, plan: Plan) -> None:
    """Make others wait who save the same entries; raises Overtaken where somebody has since the plan was made."""
    seen = {entry.version.row.pk: entry.version.row.latest_revision_id for entry in plan.to_write if entry.version}
    held = sheet.model._base_manager.select_for_update().filter(pk__in=seen).order_by("pk")
    if dict(held.values_list("pk", "latest_revision_id")) != seen:
        raise Overtaken


def _write(sheet: Sheet, entry: EntryPlan, user: User, file_name: str, way: str) -> None:
    thing = entry.thing
    if entry.version is None:
        sheet.add(thing, user)
    revision = thing.save_revision(user=user)
    lines = ", ".join(str(line.number) for line in entry.lines if line.fate != Fate.UNCHANGED)
    told = {"file": file_name, "lines": lines}
    log(thing, IMPORTED, user=user, revision=revision, content_changed=True, data=told)
    if way == PUBLISH and not entry.stays_draft:
        revision.publish(user=user)
    elif way != DRAFT and not entry.stays_draft:
        thing.get_workflow().start(thing, user)
    if entry.version is None:
        sheet.added(thing)
