"""The addresses that staff need to come in, most of them allauth's; none by which accounts are made or found out."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from . import forgotten_passwords
from .language import in_their_language
from .views import login

urlpatterns = [
    path("login/", login, name="account_login"),
    path("login/code/", mfa.authenticate, name="mfa_authenticate"),
    path("logout/", account.LogoutView.as_view(http_method_names=["post"]), name="account_logout"),
    path("password/", forgotten_passwords.ask, name="password_reset"),
    path("password/sent/", forgotten_passwords.sent, name="password_reset_done"),
    path("password/chosen/", forgotten_passwords.chosen, name="password_reset_complete"),
    path("password/<uidb64>/<token>/", forgotten_passwords.choose, name="password_reset_confirm"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("confirm/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("two-step/", mfa.index, name="mfa_index"),
    path("two-step/set-up/", totp.activate_totp, name="mfa_activate_totp"),
    path("two-step/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
]
decorate_urlpatterns(urlpatterns, in_their_language)
decorate_urlpatterns(urlpatterns, never_cache)
