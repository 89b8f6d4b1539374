from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "sesec_portal.core"
    label = "core"
    verbose_name = "SESEC core"
    quiet_tables = (
        "wagtailadmin_editingsession",
        "wagtailcore_comment",
        "wagtailcore_commentreply",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_pagesubscription",
        "wagtailcore_referenceindex",
        "wagtailcore_revision",
        "wagtailcore_taskstate",
        "wagtailcore_uploadedfile",
        "wagtailcore_workflowstate",
        "wagtailusers_userprofile",
    )
    # What saving a draft writes on the page itself.
    quiet_updates = (
        (
            "wagtailcore_page",
            ("draft_title", "has_unpublished_changes", "latest_revision_created_at", "latest_revision_id"),
        ),
    )

    def ready(self) -> None:
        from wagtail.signals import post_page_move

        from . import patches
        from .former_addresses import keep_what_moved

        patches.apply()
        post_page_move.connect(keep_what_moved)
