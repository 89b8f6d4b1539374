"""Wagtail's app of user accounts, with the portal's views of them."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersAppConfig(WagtailUsersAppConfig):
    user_viewset = "sesec_portal.accounts.users.UserViewSet"
