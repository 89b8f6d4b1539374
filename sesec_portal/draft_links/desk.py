"""What lies on the desk of draft links: what readers without an account have written."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment

from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import day_of

from .comments import READER


class CommentsOfReaders(DeskRule):
    """Comments on drafts that nobody has resolved, from those to whom the drafts were shown."""

    name = "comments"
    heading = gettext_lazy("Comments on drafts that were shown")
    urgency = 30

    def items(self, user: User) -> Iterator[DeskItem]:
        # A copy, as for a translation, takes the comments with it.
        of_its_page = Q(revision_created__object_id=Cast("page_id", CharField()))
        unanswered = Comment.objects.filter(of_its_page, user__username=READER, resolved_at=None)
        for comment in unanswered.select_related("page").order_by("created_at"):
            said = _("a comment: “%(words)s”") % {"words": comment.text}
            yield DeskItem(said, day_of(comment.created_at), comment.page)
