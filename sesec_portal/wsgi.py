"""The WSGI application that a production server runs: Django, behind the page cache, with each request told of."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from sesec_portal.operations.access_log import Requests
from sesec_portal.pagecache.application import in_front_of

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sesec_portal.settings.production")

application = Requests(in_front_of(get_wsgi_application()))
# Every view is imported before the first reader comes, who would else wait for it.
get_resolver().url_patterns  # noqa: B018
