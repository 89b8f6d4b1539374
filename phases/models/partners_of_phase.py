"""Which partners take part in a phase, and which one leads it."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.models import PartnerPage
from sesec_portal.edtf import clock
from sesec_portal.edtf.periods import begun_last_by
from sesec_portal.languages.fields import OriginalPageKey

from .participation import Participation


class HasPartners(models.Model):
    """Something in which partners have roles, in rows called `participations`, and which one of them leads."""

    project_leader = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=_("project leader"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="phases_led",
        help_text=_(
            "The partner that led this phase day by day. Where another took over, give each a row with its dates below."
        ),
    )

    class Meta:
        abstract = True

    @cached_property
    def _partners(self):
        """The published partners by primary key, each with the page to show."""
        return PartnerPage.by_key()

    @property
    def leader_id(self):
        """The primary key of the partner that leads it on the day that the page speaks of, or led it last by then."""
        leading = [role for role in self.participations.all() if role.role == Participation.Role.LEADER]
        latest = begun_last_by(clock.today(), (role for role in leading if role.is_dated))
        return latest.partner_id if latest else self.project_leader_id

    @property
    def title_as_last_recorded(self):
        """Its title, as shown to the reader, and that it is the last on record, where it does not last."""
        title = self.shown.title
        return title if self.is_running else gettext("%(phase)s, last recorded") % {"phase": title}

    @property
    def leader(self):
        """The project leader, with the page to show; None where there is none, or its page is not published."""
        return self._partners.get(self.leader_id)

    @property
    def roles(self):
        """The partners of this phase in the order of the form, each with its Participations: a list of pairs."""
        roles = {}
        for participation in self.participations.all():
            roles.setdefault(participation.partner_id, []).append(participation)
        return [(self._partners[key], held) for key, held in roles.items() if key in self._partners]
