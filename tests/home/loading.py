"""Loading the starter content as an operator does."""

from io import StringIO

from django.core.management import call_command


def load(*options):
    """Run the command with these options; return what it printed."""
    printed = StringIO()
    call_command("load_starter_content", *options, stdout=printed)
    return printed.getvalue()
