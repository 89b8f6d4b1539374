"""Why nothing was done."""


class BackupError(Exception):
    """A backup was not made or not restored, and nothing is changed; the message is a sentence for the operator."""
