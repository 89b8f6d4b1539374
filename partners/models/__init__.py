from .names import PartnerName
from .pages import PartnerIndexPage, PartnerPage
from .people import Person

__all__ = ["PartnerIndexPage", "PartnerName", "PartnerPage", "Person"]
