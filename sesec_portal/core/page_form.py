"""What the admin's forms of all pages have in common."""

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """A form that makes the address from the title where nobody has typed one.

    A script does so while the title is typed. Whoever was faster than it, and was refused for another field, found an
    empty address on another tab for ever after.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
