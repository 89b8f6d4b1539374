from .bodies import BodyIndexPage, BodyPage
from .call_index import CallIndexPage
from .call_parts import CallDocument, CallNumber, CallTopic
from .calls import CallPage

__all__ = [
    "BodyIndexPage",
    "BodyPage",
    "CallDocument",
    "CallIndexPage",
    "CallNumber",
    "CallPage",
    "CallTopic",
]
