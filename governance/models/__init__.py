from .attendance import Attendance
from .committee import SteeringCommitteePage
from .decision_corrections import DecisionCorrection
from .decisions import Decision
from .meetings import MeetingPage
from .priorities import PriorityRevisionPage
from .priority_index import PriorityIndexPage
from .priority_items import Correction, PriorityItem
from .seats import Seat
from .sectors import Sector
from .status_log import StatusEntry
from .terms_of_office import TermOfOffice

__all__ = [
    "Attendance",
    "Correction",
    "Decision",
    "DecisionCorrection",
    "MeetingPage",
    "PriorityIndexPage",
    "PriorityItem",
    "PriorityRevisionPage",
    "Seat",
    "Sector",
    "StatusEntry",
    "SteeringCommitteePage",
    "TermOfOffice",
]
