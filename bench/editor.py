"""Log an administrator in: `python -m bench.editor` prints a session's key and the number of the front page."""

import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from sesec_portal.home.models import HomePage  # noqa: E402

user, made = get_user_model().objects.get_or_create(username="bench", is_superuser=True, is_staff=True)
if made:
    user.set_unusable_password()
    user.save()
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
sys.stdout.write(f"{session.session_key} {HomePage.objects.get(locale__language_code='en').pk}")
