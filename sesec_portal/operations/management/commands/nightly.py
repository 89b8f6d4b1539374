"""What is done each night; `worker` starts it."""

import logging

from django.core.management import BaseCommand, call_command

from sesec_portal.bin.emptying import empty_the_bin
from sesec_portal.operations import abandoned_files
from sesec_portal.operations.verification import checks
from sesec_portal.reviews.digest import send_digests
from sesec_portal.search.index.backfill import rebuild

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Empties the bin of what has been there for ninety days, removes uploads that nobody has finished, writes anew "
        "what readers and editors find, tells owners of reviews that are due, looks whether everything fits together, "
        "and logs what does not."
    )

    def handle(self, **options: object) -> None:
        empty_the_bin()
        abandoned_files.remove()
        rebuild()
        send_digests()
        call_command("update_index", verbosity=0)
        found = list(checks.problems())
        for problem in found:
            logger.error("%s. Remedy: %s", problem.what, problem.remedy)
        logger.info("The nightly checks found %s problems.", len(found))
