"""The entries of the committee's registers as readers will see them, before they are published."""

from wagtail.models import PreviewableMixin


class PreviewedDecision(PreviewableMixin):
    """Shows a decision as the committee's page will list it."""

    def get_preview_template(self, request, mode_name):
        return "governance/decision_preview.html"

    def get_preview_context(self, request, mode_name):
        """Return the decision with what a listing knows of it, as it will be once this is published."""
        self.preview_line()
        lines = self.log_by_day()
        self.status_now, self.status_day = (lines[-1].status, lines[-1].day) if lines else ("", None)
        self.drafted_correction = self.correction()
        self.owner_acronym = self.owner.acronym if self.owner else ""
        return {**super().get_preview_context(request, mode_name), "decision": self}


class PreviewedSeat(PreviewableMixin):
    """Shows a seat as the committee's page will list it."""

    def get_preview_template(self, request, mode_name):
        return "governance/seat_preview.html"

    def get_preview_context(self, request, mode_name):
        """Return the seat as the one of a list, with the page to show of its partner."""
        self.partner.shown = self.partner
        return {**super().get_preview_context(request, mode_name), "seat": self, "seats": [self]}
