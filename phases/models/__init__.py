from .activity import Activity
from .index import PhaseIndexPage
from .participation import Participation, TeamMember
from .phase import PhasePage
from .statement import Statement
from .terms import TermsOfReferencePage

__all__ = [
    "Activity",
    "Participation",
    "PhaseIndexPage",
    "PhasePage",
    "Statement",
    "TeamMember",
    "TermsOfReferencePage",
]
