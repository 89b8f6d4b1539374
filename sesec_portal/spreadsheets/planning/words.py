"""Words that will not stay true, in what a file brings: nobody has said yet why they stay."""

from sesec_portal.languages.punctuation import listed
from sesec_portal.wording.accepting import unaccepted
from sesec_portal.wording.findings import Lint

from .fates import Plan


def point_at_words(plan: Plan) -> None:
    """Say of each entry with such words which they are; it stays a draft, whatever is chosen for the file."""
    lint = Lint()
    for entry in plan.to_write:
        if found := lint.of(entry.thing):
            phrases = dict.fromkeys(finding.phrase for finding in unaccepted(entry.thing, found))
            entry.lines[0].words = listed(f"“{phrase}”" for phrase in phrases)
