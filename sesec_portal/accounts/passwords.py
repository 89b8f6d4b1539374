"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes and one thread: OWASP's least for password storage.

    Django's own 100 MiB for each try would let a few logins at once exhaust a small container.
    """

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1
