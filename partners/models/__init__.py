from .pages import PartnerIndexPage, PartnerName, PartnerPage
from .people import Person

__all__ = ["PartnerIndexPage", "PartnerName", "PartnerPage", "Person"]
