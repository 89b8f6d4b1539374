"""The least that Django can do: one view, no middleware, the bytes that BARE_BODY names, squeezed in Brotli."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], ROOT_URLCONF=__name__, SECRET_KEY="signs nothing")

_BODY = Path(os.environ["BARE_BODY"]).read_bytes()


def page(request):
    """Return the page."""
    return HttpResponse(_BODY, headers={"Content-Encoding": "br"})


urlpatterns = [path("", page)]
application = get_wsgi_application()
