"""The committee's seats, meetings, decisions and priorities as open data: a module for each kind of row."""

from .decision import decisions
from .meeting import meetings
from .priority import priorities
from .term import seats

__all__ = ["decisions", "meetings", "priorities", "seats"]
