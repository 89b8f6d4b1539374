"""An account that may do nothing yet is told whom to ask, and is led nowhere in circles."""

import pytest


@pytest.fixture
def newcomer(client, django_user_model):
    """The browser of somebody whose account has no role."""
    client.force_login(django_user_model.objects.create_user("mei", "mei@example.org", "not-a-real-password"))
    return client


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "Ask an administrator of the portal"), ("zh-hans", "请联系本网站的管理员")]
)
def test_an_account_without_a_role_is_told_whom_to_ask(newcomer, language, sentence):
    answer = newcomer.get("/admin/", follow=True)
    assert answer.status_code == 403
    assert len(answer.redirect_chain) == 1

    page = newcomer.get(f"/account/login/?language={language}").content.decode()
    assert sentence in page
    assert "mei" in page


def test_it_can_sign_out_there_and_sees_the_login(newcomer):
    newcomer.post("/account/logout/")

    answer = newcomer.get("/admin/", follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0].startswith("/account/login/")


def test_whoever_has_a_role_is_led_on(client, log_in):
    log_in("Editors")

    assert client.get("/admin/login/?next=/admin/", follow=True).redirect_chain[-1] == ("/admin/", 302)
