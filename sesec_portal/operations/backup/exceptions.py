"""Why nothing was done."""


class Refusal(Exception):
    """A backup was not made or not restored, and nothing is changed; the message is a sentence for the operator."""
