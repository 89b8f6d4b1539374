"""The one model of the tutorial's blog."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class PlainPage(Page):
    """A page that is at once the blog, a section and a post."""

    date = models.DateField("Post date", null=True)
    intro = models.CharField(max_length=250, blank=True)
    body = RichTextField(blank=True)

    def get_context(self, request):
        context = super().get_context(request)
        context["posts"] = self.get_children().live().order_by("-first_published_at")
        context["siblings"] = self.get_siblings(inclusive=False).live()[:10]
        context["latest"] = Page.objects.live().order_by("-first_published_at")[:10]
        return context
