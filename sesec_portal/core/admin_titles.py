"""How lists of the admin call what they list, and people."""

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import Page


def admin_title_of(thing: Model) -> str:
    """Return the title of a page, of its latest version, or an entry of a register in words; asks nothing."""
    return str(thing.get_admin_display_title() if isinstance(thing, Page) else thing)


def name_of(user: User) -> str:
    """Return how somebody is called, with a word if they have left."""
    name = user_display_name(user)
    return name if user.is_active else _("%(who)s (has left)") % {"who": name}
