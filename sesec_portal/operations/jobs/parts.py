"""What is done again and again: each minute, and each night. Each part fails alone."""

import logging
from collections.abc import Callable

from django.core.management import call_command
from django_tasks import task

from sesec_portal.bin.emptying import empty_the_bin
from sesec_portal.counting.summing import sum_up
from sesec_portal.links.nightly import check_links
from sesec_portal.operations import abandoned_files
from sesec_portal.operations.verification import checks
from sesec_portal.reviews.digest import send_digests
from sesec_portal.search.index.backfill import backfill, rebuild

from . import queue, recovery

logger = logging.getLogger(__name__)


def look_whether_everything_fits() -> None:
    """Log what `manage.py verify` finds."""
    found = list(checks.problems())
    for problem in found:
        logger.error("%s. Remedy: %s", problem.what, problem.remedy)
    logger.info("The nightly checks found %s problems.", len(found))


EACH_MINUTE: dict[str, Callable[[], object]] = {"search": backfill, "views": sum_up, "queue": recovery.prune}

# In this order: what is looked at last has been written anew before.
EACH_NIGHT: dict[str, Callable[[], object]] = {
    "bin": empty_the_bin,
    "uploads": abandoned_files.remove,
    "search": rebuild,
    "reviews": send_digests,
    "admin search": lambda: call_command("update_index", verbosity=0),
    "checks": look_whether_everything_fits,
    "links": check_links,
}


# After what somebody waits for.
@task(queue_name=queue.CLOCK, priority=-50)
def of_the_minute(part: str) -> None:
    """Do a part of what is done each minute, by its name; one that a former release knew is over."""
    if part in EACH_MINUTE:
        EACH_MINUTE[part]()


@task(queue_name=queue.NIGHT)
def of_the_night(part: str) -> None:
    """Do a part of the work of the night, by its name; one that a former release knew is over."""
    if part in EACH_NIGHT:
        EACH_NIGHT[part]()
