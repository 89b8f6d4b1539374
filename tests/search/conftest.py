"""What the tests of the search share."""

import pytest
from django.core.management import call_command


@pytest.fixture
def sample(db, django_capture_on_commit_callbacks):
    """The made-up people, seats, meetings, decisions and priorities."""
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_starter_content", sample=True, verbosity=0)
