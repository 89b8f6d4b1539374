"""The guesses at passwords of private pages, counted."""

from django.db import models


class PasswordAttempts(models.Model):
    """How often one network has lately tried one password.

    The network is kept as a keyed digest that tells nobody whose it is, and for no longer than `rate_limit.WINDOW`.
    What is counted of all networks together has the digest of none, and its period's end as `last`.
    """

    password_of = models.CharField(max_length=60, editable=False)
    network = models.CharField(max_length=64, editable=False)
    number = models.PositiveSmallIntegerField(default=0, editable=False)
    last = models.DateTimeField(db_index=True, editable=False)

    class Meta:
        db_table = "core_tries"
        constraints = [models.UniqueConstraint(name="tries_counted_once", fields=["password_of", "network"])]

    def __str__(self) -> str:
        return f"{self.password_of}: {self.number}"
