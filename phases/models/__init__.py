from .expert import ExpertPage
from .index import PhaseIndexPage
from .participation import Participation, TeamMember
from .phase import PhasePage
from .statement import Statement
from .terms import TermsOfReferencePage

__all__ = [
    "ExpertPage",
    "Participation",
    "PhaseIndexPage",
    "PhasePage",
    "Statement",
    "TeamMember",
    "TermsOfReferencePage",
]
