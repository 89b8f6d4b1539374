"""The login, and what an account finds there that may do nothing yet."""

from allauth.account import views as account
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.generic import RedirectView

from .password_links import mail_is_set

# In place of Wagtail's own two, which know of no second factor.
to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
_login = account.LoginView.as_view(extra_context={"mail_is_set": mail_is_set})


def login(request: HttpRequest) -> HttpResponse:
    """Let somebody in, but tell an account that has no role whom to ask: the admin would lead it back here for ever."""
    admin = reverse("wagtailadmin_home")
    wanted = request.GET.get("next", admin)
    signed_in = request.user.is_authenticated
    if signed_in and wanted.startswith(admin) and not request.user.has_perm("wagtailadmin.access_admin"):
        return render(request, "account/no_role.html", status=403)
    return _login(request)
