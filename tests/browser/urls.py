"""The portal's addresses, and some at which it fails: for the pages that readers get then."""

from django.db import OperationalError
from django.urls import path

from sesec_portal.urls import handler500 as handler500
from sesec_portal.urls import urlpatterns as portal
from tests.browser.places import AWAY, BROKEN, LANGUAGES


def _fail(request, fault):
    raise fault("on purpose")


FAULTS = {BROKEN: RuntimeError, AWAY: OperationalError}
failing = [
    path(f"{language}/{place}", _fail, {"fault": fault}) for language in LANGUAGES for place, fault in FAULTS.items()
]
urlpatterns = [*failing, *portal]
