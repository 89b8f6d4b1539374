"""Who may come in: passwords, the login with its second factor, sessions, lockout."""

from datetime import timedelta

# django-axes refuses whoever is locked out before the password is looked at.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["sesec_portal.accounts.passwords.PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# How long a link opens by which a password is chosen.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
# People choose their own, by such a link.
WAGTAILUSERS_PASSWORD_ENABLED = False
# Links to new passwords go to this address: an administrator changes it, not whoever holds a session.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# Who publishes or keeps accounts needs a second factor; everybody may have one.
SECOND_FACTOR_REQUIRED = True
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
# A session ends with the browser, and after twelve hours without use.
SESSION_COOKIE_AGE = 12 * 60 * 60
# A browser that has signed in before.
DEVICE_COOKIE_NAME = "device"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "sesec_portal.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
# django-axes counts instead, in the database; allauth would count in each web process.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "SESEC"
# A phone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "sesec_portal.accounts.forms.AuthenticateForm",
    "reauthenticate": "sesec_portal.accounts.forms.ReauthenticateForm",
}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(hours=1)
# What is counted together stands in the handler.
AXES_HANDLER = "sesec_portal.accounts.lockout.Handler"
# Tries while locked out are not written down and make the hour no longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "sesec_portal.accounts.client_address.client_address"
AXES_LOCKOUT_CALLABLE = "sesec_portal.accounts.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "user_agent", "login", "code", "csrfmiddlewaretoken"]
