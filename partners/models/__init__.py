from .career import CareerStep
from .index import PartnerIndexPage
from .names import PartnerName
from .pages import PartnerPage
from .people import Person, prefetch_portraits

__all__ = ["CareerStep", "PartnerIndexPage", "PartnerName", "PartnerPage", "Person", "prefetch_portraits"]
