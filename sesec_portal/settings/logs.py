"""What is logged; production adds JSON, and a line for each request."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "sesec_portal.operations.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # One line for each task and each page saved says nothing that the history in the admin does not say;
    # production tells of requests.
    "loggers": {
        name: {"level": "WARNING"} for name in ("axes", "django_tasks", "django_tasks_db", "sesec.requests", "wagtail")
    },
}
