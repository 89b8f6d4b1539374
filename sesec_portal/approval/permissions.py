"""What somebody may do with a page, where publishing takes a second person."""

from django.apps import apps
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from wagtail.models import Page, PagePermissionTester
from wagtail.query import PageQuerySet

from .models import asks_for_four_eyes

# Held by Administrators: who decides how things are approved.
_RIGHT = "wagtailcore.change_workflow"


def may_delete_what_governs(user: User | AnonymousUser) -> bool:
    """Tell whether somebody may delete, take down, move or hide what governs the project and was published."""
    return user.has_perm(_RIGHT)


def governs(thing: Model) -> bool:
    """Tell whether a page or an entry governs the project and was published."""
    kind = thing.specific_class if isinstance(thing, Page) else type(thing)
    return bool(getattr(kind, "governs", False) and (thing.live or thing.first_published_at))


def governing(pages: PageQuerySet) -> PageQuerySet:
    """Return those of the pages of which `governs` is true."""
    kinds = [model for model in apps.get_models() if issubclass(model, Page) and getattr(model, "governs", False)]
    known = pages.filter(Q(live=True) | Q(first_published_at__isnull=False))
    return known.filter(content_type__in=ContentType.objects.get_for_models(*kinds).values())


def holds_what_governs(page: Page) -> bool:
    """Tell whether a page, or one below it, governs the project and was published."""
    # A list of pages asks this of each of them, and most have none below.
    return governs(page) if page.is_leaf() else governing(page.get_descendants(inclusive=True)).exists()


class FourEyesPermissionTester(PagePermissionTester):
    """Wagtail's answers about a page; nobody publishes it, or a page below it, alone where its workflow forbids."""

    def has_right_to_publish(self) -> bool:
        """Tell whether somebody may let this page be published, alone or once another one has approved it."""
        return super().can_publish()

    def can_publish(self) -> bool:
        return super().can_publish() and not asks_for_four_eyes(self.page.get_workflow())

    def can_publish_subpage(self) -> bool:
        return super().can_publish_subpage() and not asks_for_four_eyes(self.page.get_workflow())

    def can_set_view_restrictions(self) -> bool:
        return self.has_right_to_publish() and self.can_take_away()

    def can_move(self) -> bool:
        return super().can_move() and self.can_take_away()

    def can_take_away(self) -> bool:
        """Tell whether somebody may take the page, with all below it, from where readers find it."""
        return may_delete_what_governs(self.user) or not holds_what_governs(self.page)

    def can_unschedule(self) -> bool:
        return self.has_right_to_publish()
