"""How values are written for Redis: with a seal that only this installation can make.

To read a pickle is to run what it says, so nothing is read that anybody else may have put there.
"""

import hmac
import pickle

from django.utils.crypto import salted_hmac

_SEAL = 32


class SealedPickles:
    """Writes values as bytes, and reads those again that it has written; a serializer of Django's RedisCache."""

    def dumps(self, value: object) -> bytes:
        """Return a value as bytes."""
        written = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        return _seal_of(written) + written

    def loads(self, data: bytes) -> object:
        """Return the value that was written, or None for bytes that were not written here."""
        seal, written = data[:_SEAL], data[_SEAL:]
        return pickle.loads(written) if hmac.compare_digest(seal, _seal_of(written)) else None  # noqa: S301  sealed


def _seal_of(written: bytes) -> bytes:
    return salted_hmac("sesec_portal.pagecache.sealed", written, algorithm="sha256").digest()
