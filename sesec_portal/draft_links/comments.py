"""What readers of a draft write comes to the comments of the page in the admin, and to whom it concerns by mail."""

from django.contrib.auth.models import User
from django.db import transaction
from wagtail.admin import mail
from wagtail.models import Comment, PageSubscription

from .models import DraftLink

# The account under which comments of readers stand; nobody can log in with it.
READER = "reader-of-a-draft-link"
# The field of the form beside which comments stand: each page has it.
_FIELD = "title"


def reader() -> User:
    """Return the account of all readers of draft links; it is made with the first comment."""
    user, made = User.objects.get_or_create(
        username=READER, defaults={"first_name": "Reader of a draft link", "is_active": False}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


@transaction.atomic
def add(link: DraftLink, name: str, words: str) -> bool:
    """Put a comment beside the page's title, and tell of it; return whether the link still had a place for one."""
    if not DraftLink.objects.take_place_for_comment(link):
        return False
    by = reader()
    comment = Comment.objects.create(
        page=link.page, user=by, text=f"{name}: {words}", contentpath=_FIELD, revision_created=link.revision
    )
    comment.log_create(page_revision=link.revision, user=by)
    _tell(link, comment)
    return True


def _tell(link: DraftLink, comment: Comment) -> None:
    """Tell whoever made the link, and who follows the page's comments, as Wagtail tells of a colleague's comment."""
    following = PageSubscription.objects.filter(page=link.page, comment_notifications=True).select_related("user")
    told = {link.created_by, *(each.user for each in following)} - {None}
    changes: dict[str, list[Comment]] = {"resolved_comments": [], "deleted_comments": [], "replied_comments": []}
    about = {"page": link.page, "editor": comment.user, "new_comments": [comment], **changes}
    mail.send_notification(told, "updated_comments", about)
