"""The environment of a portal in production; nothing answers at its addresses."""

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "sesec_portal.settings.production",
    "DATABASE_URL": "postgresql://sesec:password@127.0.0.1:5432/sesec",
    "SECRET_KEY": "9f1c-hU2_kqv8RrLw0zT7yXbN3mAe5dSgPjQoKiVuCtHxWfYB-Z1",
    "ALLOWED_HOSTS": "sesec.example.org",
    "SITE_URL": "https://sesec.example.org",
}
