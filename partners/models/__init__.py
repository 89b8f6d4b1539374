from .index import PartnerIndexPage
from .names import PartnerName
from .pages import PartnerPage
from .people import Person

__all__ = ["PartnerIndexPage", "PartnerName", "PartnerPage", "Person"]
