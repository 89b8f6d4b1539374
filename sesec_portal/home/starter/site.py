"""The site whose front page the starter content makes, and what holds for more than one page of it."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site, Workflow, WorkflowPage

from sesec_portal.approval.models import ApprovalTask
from sesec_portal.home.models import ContactSettings, StandardPage


def is_empty() -> bool:
    """Tell whether the site has no page but, at most, the welcome page that Wagtail makes."""
    pages = Page.objects.filter(depth__gt=1)
    return not pages.exclude(depth=2, content_type__model="page", content_type__app_label="wagtailcore").exists()


def remove_welcome_page() -> Page:
    """Remove the page that Wagtail makes, and its site; return the root of the tree."""
    for welcome in Page.get_first_root_node().get_children().exact_type(Page):
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
    return Page.get_first_root_node()


def create_site(home: Page) -> None:
    """Make the site that begins at a front page, at the portal's address."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL or "http://localhost")
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.create(hostname=address.hostname, port=port, root_page=home, is_default_site=True, site_name="SESEC")


def ask_for_two(*branches: Page) -> None:
    """Let two persons publish what stands in these branches, unless a workflow is given to them already."""
    workflow = Workflow.objects.active().filter(workflow_tasks__task__in=ApprovalTask.objects.filter(four_eyes=True))
    for branch in branches:
        if first := workflow.first():
            WorkflowPage.objects.get_or_create(page=branch, defaults={"workflow": first})


def show_contact(field: str, page: StandardPage) -> None:
    """Let a page show a part of the settings of contact, unless another one does."""
    kept = ContactSettings.load()
    if not getattr(kept, field):
        setattr(kept, field, page)
        kept.save()
