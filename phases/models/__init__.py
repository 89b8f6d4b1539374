from .activity import Activity
from .expert import ExpertPage
from .index import PhaseIndexPage
from .participation import Participation, TeamMember
from .phase import PhasePage
from .statement import Statement
from .tenure import Expert
from .terms import TermsOfReferencePage

__all__ = [
    "Activity",
    "Expert",
    "ExpertPage",
    "Participation",
    "PhaseIndexPage",
    "PhasePage",
    "Statement",
    "TeamMember",
    "TermsOfReferencePage",
]
