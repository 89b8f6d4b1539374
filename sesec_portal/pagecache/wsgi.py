"""What WSGI hands on, by name."""

from types import TracebackType

Headers = list[tuple[str, str]]
Failure = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]
