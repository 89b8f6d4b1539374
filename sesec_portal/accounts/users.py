"""The admin's views of accounts: a list that tells roles, and accounts whose owners choose the password themselves."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.log_actions import log
from wagtail.users.views import users as stock

from .password_links import Occasion, link_for, mail_is_set, send_later


class IndexView(stock.IndexView):
    """The list of accounts, with the roles of each."""

    @cached_property
    def columns(self) -> list[BaseColumn]:
        roles = Column("roles", label=gettext_lazy("Roles"), accessor=_roles, width="20%")
        return [*super().columns[:3], roles, *super().columns[3:]]

    def get_base_queryset(self) -> QuerySet[User]:
        return super().get_base_queryset().prefetch_related("groups")


class CreateView(stock.CreateView):
    """Makes an account, and invites whoever it is for."""

    def get_success_url(self) -> str:
        return super().get_success_url() if mail_is_set() else reverse("send_password_link", args=[self.object.pk])

    def save_instance(self) -> User:
        user = super().save_instance()
        if mail_is_set():
            send_later([user], Occasion.INVITED)
        return user

    def get_success_message(self, instance: User) -> str:
        if not mail_is_set():
            return super().get_success_message(instance)
        said = _("An account for %(name)s has been made, and an invitation goes to %(address)s.")
        return said % {"name": instance.get_username(), "address": instance.email}


class UserViewSet(stock.UserViewSet):
    """Accounts in the admin."""

    index_view_class = IndexView
    add_view_class = CreateView


@never_cache
def send_password_link(request: HttpRequest, user_id: int) -> HttpResponse:
    """Mail somebody a link by which to choose a password; where no mail is set, show it once, to be handed over.

    Raises PermissionDenied for whoever may not change accounts, or not this one.
    """
    user = get_object_or_404(User, pk=user_id, is_active=True)
    if not request.user.has_perm("auth.change_user") or (user.is_superuser and not request.user.is_superuser):
        raise PermissionDenied
    context = {"user_in_question": user, "mail_is_set": mail_is_set()}
    if request.method != "POST":
        return render(request, "account/admin/send_password_link.html", context)
    log(user, "accounts.password_link", user=request.user)
    if not mail_is_set():
        return render(request, "account/admin/send_password_link.html", {**context, "link": link_for(user)})
    send_later([user], Occasion.FORGOTTEN if user.last_login else Occasion.INVITED)
    messages.success(request, _("A link goes to %(address)s.") % {"address": user.email})
    return redirect("wagtailusers_users:index")


def _roles(user: User) -> str:
    return ", ".join(group.name for group in user.groups.all())
