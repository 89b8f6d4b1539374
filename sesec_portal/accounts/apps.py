from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sesec_portal.accounts"
    label = "accounts"
    verbose_name = "SESEC accounts"
    quiet_tables = (
        "account_emailaddress",
        "account_emailconfirmation",
        "axes_accessattempt",
        "axes_accessattemptexpiration",
        "axes_accessfailurelog",
        "axes_accesslog",
        "core_tries",
        "django_session",
        "mfa_authenticator",
    )
    quiet_updates = (("auth_user", ("last_login",)),)

    def ready(self) -> None:
        from . import language, lockout, second_factor, sessions, shared_passwords

        for module in (language, lockout, second_factor, sessions, shared_passwords):
            module.connect()
