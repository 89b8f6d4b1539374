"""What allauth does otherwise here than by itself."""

from allauth.account.adapter import DefaultAccountAdapter

from . import sessions


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made in the admin; who has a second factor confirms changes with it, not with the password."""

    def is_open_for_signup(self, request):
        """Let nobody make an account."""
        return False

    def is_ajax(self, request):
        """Answer every program as a browser."""
        return False

    def add_message(self, *args, **kwargs):
        """Say nothing beside what the pages say."""

    def is_reauthentication_required(self, *, app, **kwargs):
        """Ask for a confirmation, except of who has just logged in."""
        return not sessions.is_fresh(self.request.session) and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user):
        """Return the ways to confirm: by code where there is a second factor, else by password."""
        methods = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"] != "reauthenticate"] or methods
