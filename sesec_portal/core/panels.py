"""Panels of the admin's forms that Wagtail has not."""

from wagtail.admin.panels import MultiFieldPanel


class FoldedPanel(MultiFieldPanel):
    """Fields within a row of an InlinePanel that stand folded under their heading until somebody opens them.

    A fold in which a field is refused stands open.
    """

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "core/admin/folded_panel.html"

        def __init__(self, **kwargs: object) -> None:
            super().__init__(**kwargs)
            # The fold prints its heading itself; the row around it would print it once more.
            self.fold, self.heading = self.panel.heading, ""
