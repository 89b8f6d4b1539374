"""Editors draft and submit, Publishers approve and publish, Administrators do everything."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management.sql import emit_post_migrate_signal
from wagtail.models import Collection
from wagtail.users.models import UserProfile

RIGHTS = [
    # address, Editors, Publishers, Administrators
    ("/admin/", True, True, True),
    ("/admin/pages/", True, True, True),
    ("/admin/images/add/", True, True, True),
    ("/admin/documents/multiple/add/", True, True, True),
    ("/admin/snippets/partners/person/", True, True, True),
    ("/admin/snippets/partners/person/add/", True, True, True),
    ("/admin/snippets/governance/seat/add/", True, True, True),
    ("/admin/redirects/", False, True, True),
    ("/admin/users/", False, False, True),
    ("/admin/groups/", False, False, True),
    ("/admin/sites/", False, False, True),
    ("/admin/locales/", False, False, True),
    ("/admin/workflows/list/", False, False, True),
]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["Editors", "Publishers", "Administrators"])
def test_each_group_opens_what_is_its_own_and_nothing_else(client, db, log_in, place):
    log_in(["Editors", "Publishers", "Administrators"][place])

    opened = {address: client.get(address).status_code == 200 for address, *_ in RIGHTS}
    assert opened == {address: rights[place] for address, *rights in RIGHTS}


@pytest.mark.parametrize("address", [address for address, *_ in RIGHTS])
def test_nobody_gets_in_without_an_account(client, db, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response.url.startswith("/account/login/")


@pytest.mark.parametrize(("group", "may_publish"), [("Editors", False), ("Publishers", True), ("Administrators", True)])
def test_only_publishers_and_administrators_publish(client, phase_index, log_in, group, may_publish):
    user = log_in(group)

    rights = phase_index.permissions_for_user(user)
    assert rights.can_edit()
    assert rights.can_add_subpage()
    assert rights.has_right_to_publish() is may_publish


def test_a_register_that_is_new_gives_each_group_its_rights_and_none_that_was_taken_away_comes_back(db):
    Permission.objects.filter(codename__endswith="_sector").delete()
    publishers = Group.objects.get(name="Publishers")
    publishers.permissions.remove(Permission.objects.get(codename="delete_seat"))

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    def rights(group, register):
        found = Group.objects.get(name=group).permissions.filter(codename__endswith=f"_{register}")
        return {permission.codename.removesuffix(f"_{register}") for permission in found}

    everything = {"view", "add", "change", "delete", "publish", "lock", "unlock"}
    assert rights("Editors", "sector") == {"view", "add", "change"}
    assert rights("Publishers", "sector") == rights("Administrators", "sector") == everything
    assert rights("Publishers", "seat") == everything - {"delete"}


def test_what_an_editor_submits_waits_for_those_who_may_publish(home, phase_index):
    approving = {
        page: {group.name for task in page.get_workflow().tasks.all() for group in task.specific.groups.all()}
        for page in (home, phase_index)
    }

    assert list(approving.values()) == [{"Publishers", "Administrators"}] * 2


def test_the_admin_bears_the_projects_name_and_speaks_chinese(client, db, log_in):
    user = log_in("Publishers")
    assert "SESEC" in client.get("/admin/").content.decode()

    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "zh-hans"
    profile.save()

    assert "任期" in client.get("/admin/snippets/governance/seat/add/").content.decode()


def test_administrators_make_private_collections(client, db, log_in):
    log_in("Administrators")
    root = Collection.get_first_root_node()
    client.post("/admin/collections/add/", {"name": "Internal papers", "parent": root.pk})
    made = Collection.objects.get(name="Internal papers")

    client.post(f"/admin/collections/{made.pk}/privacy/", {"restriction_type": "login"})
    assert made.view_restrictions.exists()
