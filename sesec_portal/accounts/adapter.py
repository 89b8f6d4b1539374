"""What allauth does otherwise here than by itself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from . import devices, lockout, sessions


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made in the admin; who has a second factor confirms changes with it, not with the password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Let nobody make an account."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answer every program as a browser."""
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Say nothing beside what the pages say."""

    def authenticate(self, request: HttpRequest, **credentials: str) -> User | None:
        """Return whose password it is, or None; of many tries at once one is looked at after the other."""
        with lockout.one_at_a_time(request, credentials["username"]):
            return super().authenticate(request, **credentials)

    def post_login(self, request: HttpRequest, user: User, **kwargs: object) -> HttpResponse:
        """Let the browser remember that it knows the account."""
        response = super().post_login(request, user, **kwargs)
        devices.remember(request, response, user)
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Ask for a confirmation, except of who has just logged in."""
        return not sessions.is_fresh(self.request.session) and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """Return the ways to confirm: by code where there is a second factor, else by password."""
        methods = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"] != "reauthenticate"] or methods
