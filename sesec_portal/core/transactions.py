"""What is sent to the admin takes place as a whole or not at all."""

from collections.abc import Callable
from functools import wraps

from django.db import transaction
from django.http import HttpRequest, HttpResponse

Answer = Callable[..., HttpResponse]

_READS = {"GET", "HEAD", "OPTIONS", "TRACE"}


def as_a_whole(answer: Answer) -> Answer:
    """Return a function that answers a request to a view in one transaction, where the request may change something.

    What the view raises undoes all that it did, and so does an answer that says that it failed (400 and more).
    Argument: a function of a view, a request, and what the view is called with.
    """

    @wraps(answer)
    def answered(view: Answer, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method in _READS:
            return answer(view, request, *args, **kwargs)
        with transaction.atomic():
            response = answer(view, request, *args, **kwargs)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            return response

    return answered
