from .bodies import BodyPage
from .body_index import BodyIndexPage
from .body_names import BodyName
from .call_index import CallIndexPage
from .call_parts import CallDocument, CallNumber, CallTopic
from .calls import CallPage
from .glossary import GlossaryPage
from .terms import Term

__all__ = [
    "BodyIndexPage",
    "BodyName",
    "BodyPage",
    "CallDocument",
    "CallIndexPage",
    "CallNumber",
    "CallPage",
    "CallTopic",
    "GlossaryPage",
    "Term",
]
