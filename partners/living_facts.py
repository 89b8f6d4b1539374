"""What texts print of the partners."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.living_facts.fact import LivingFact

from .models import PartnerPage


class NumberOfPartners(LivingFact):
    """How many there are, in figures."""

    code = "number-of-partners"
    words = _("the number of partners")

    def value(self, key):
        return str(len(PartnerPage.listed()))
