"""What somebody may do with a page, where publishing takes a second person."""

from wagtail.models import PagePermissionTester

from .models import asks_for_four_eyes


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
        return self.has_right_to_publish()

    def can_unschedule(self) -> bool:
        return self.has_right_to_publish()
