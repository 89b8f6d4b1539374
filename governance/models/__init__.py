from .committee import SteeringCommitteePage
from .seats import Seat, TermOfOffice

__all__ = ["Seat", "SteeringCommitteePage", "TermOfOffice"]
