"""A developer who saves a template sees it at once."""

from django.utils.autoreload import file_changed

from . import generation


def watch() -> None:
    """Move the generation when the development server notices that a file has changed, from now on."""
    file_changed.connect(_changed)


def _changed(**kwargs: object) -> None:
    generation.move()
