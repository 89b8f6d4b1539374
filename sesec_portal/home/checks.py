"""What `manage.py check --deploy` says of the settings that editors keep."""

from django.core.checks import CheckMessage, Warning, register
from django.db import DatabaseError, transaction

from .models.reached import contact


@register("contact", deploy=True)
def contact_is_recorded(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Warn of what is missing under “Settings, Contact”; of nothing where the database cannot be asked yet."""
    try:
        with transaction.atomic():
            missing = contact().missing
    except DatabaseError:
        return []
    if not missing:
        return []
    hint = "Record it in the admin under Settings, Contact: pages tell readers that it is missing."
    return [Warning(f"Not recorded: {', '.join(missing)}.", hint=hint, id="home.W001")]
