"""Closing one phase and opening the next: what is refused, what will be done, and the doing."""

from dataclasses import dataclass

from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext
from wagtail.models import PageLogEntry
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Seat
from phases.models import Participation, PhasePage
from sesec_portal.approval.models import asks_for_four_eyes


def next_number():
    """Return the number after the highest that any phase has."""
    return (PhasePage.objects.originals().aggregate(highest=Max("number"))["highest"] or 0) + 1


def refusal(phase, user):
    """Return the sentence that tells why this phase cannot be closed now, or an empty text."""
    lock = phase.get_lock()
    if not phase.live:
        return _("This phase is not published. Publish it first.")
    if phase.approved_schedule:
        return _("A version of this phase is scheduled to go live later. Publish it now or cancel the schedule first.")
    if phase.current_workflow_state:
        return _("A version of this phase awaits approval. Approve or cancel it first.")
    if phase.has_unpublished_changes:
        return _("This phase has changes that are not published. Publish or discard them first.")
    if lock and lock.for_user(user):
        return _("This phase is locked. Unlock it first.")
    return ""


def surely_within(day, first, last):
    """Tell whether a date certainly lies between two others; a date that nobody recorded is never certain."""
    return bool(day and first and last) and first.latest <= day.earliest and day.latest <= last.earliest


def conflicts(phase, ends, starts):
    """Yield what cannot be true of these dates beside the other phases: pairs of ("ends" or "starts", sentence)."""
    if ends and starts and starts.latest <= ends.earliest:
        yield "starts", _("The next phase would start before %(phase)s is over.") % {"phase": phase.title}
    for other in PhasePage.objects.originals().exclude(pk=phase.pk).by_date():
        if surely_within(starts, other.starts, other.ends):
            yield "starts", _("%(phase)s is on record for this time.") % {"phase": other.title}
        if surely_within(other.starts, phase.starts, ends):
            yield "ends", _("%(phase)s had begun by then.") % {"phase": other.title}


@dataclass
class Succession:
    """One phase that ends and the next, not yet made: all that will be done, and the doing.

    Attributes: the `phase`, still as published; its real end, `ends` (a PartialDate); the page of the next phase,
    `successor`, with its number, title, slug and perhaps start.
    """

    phase: PhasePage
    ends: object
    successor: PhasePage

    @property
    def changes_the_end(self):
        return str(self.phase.ends or "") != str(self.ends)

    @cached_property
    def takes_two(self):
        """Whether the end is published only once a second person has approved it."""
        return asks_for_four_eyes(self.phase.get_workflow())

    @cached_property
    def followers(self):
        """The phases on record that come after the one to be closed, drafts too."""
        return list(PhasePage.objects.originals().after(self.phase).by_date())

    @cached_property
    def roles(self):
        """The partners that the next phase takes over, each with its roles: a list of pairs."""
        roles = {}
        for held in self.phase.participations.select_related("partner"):
            if not held.is_over:
                roles.setdefault(held.partner, []).append(held.get_role_display())
        return list(roles.items())

    @cached_property
    def seats(self):
        """The seats on the Steering Committee, which belong to partners and go on."""
        return list(Seat.objects.select_related("partner").prefetch_related("terms__holder"))

    @cached_property
    def terms_of_reference(self):
        """The published terms of reference of the phase that ends, or None."""
        return self.phase.get_children().live().first()

    def carry_out(self, user):
        """Make the draft of the next phase, and publish the end of this one or submit it; return the draft.

        The caller holds the transaction, with the phase locked since its dates were checked.
        """
        self._make_draft(user)
        # Pages made outside the admin's own form get no fallback page in the other languages by themselves.
        create_aliases_for_new_page(self.successor)
        if self.changes_the_end:
            self._publish_end(user)
        return self.successor

    def _make_draft(self, user):
        draft = self.successor
        draft.live, draft.owner = False, user
        draft.project_leader_id = self.phase.leader_id
        draft.participations = [
            Participation(partner_id=held.partner_id, role=held.role, sort_order=held.sort_order)
            for held in self.phase.participations.all()
            if not held.is_over
        ]
        self.phase.get_parent().add_child(instance=draft)
        draft.save_revision(user=user, log_action=True)

    def _publish_end(self, user):
        if not self._can_be_reverted():
            with LogContext(user=user):  # one request's edits of a page are one line of its history
                self.phase.save_revision(user=user, clean=False, log_action=True)
        self.phase.ends = self.ends
        revision = self.phase.save_revision(user=user, log_action=True)
        if self.takes_two:
            self.phase.get_workflow().start(self.phase, user)
        else:
            revision.publish(user=user)

    def _can_be_reverted(self):
        """Tell whether the history offers the version that is published now; it offers none that a program made."""
        edits = PageLogEntry.objects.filter(page=self.phase.pk, content_changed=True).exclude(action="wagtail.publish")
        return edits.filter(revision=self.phase.latest_revision_id).exists()
