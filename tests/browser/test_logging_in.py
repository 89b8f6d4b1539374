"""The promise: whoever logs in meets no barrier either, in both languages and themes, on phones and desktops."""

import pytest

from tests.accounts.conftest import code_of
from tests.browser.places import LANGUAGES
from tests.browser.serve import PASSWORD
from tests.browser.walk import Seen, look


@pytest.mark.parametrize("language", LANGUAGES)
def test_setting_up_a_second_step_and_using_it_is_open_to_everybody(browser, portal, language):
    context = browser.new_context(base_url=portal, locale=language)
    page, met, said = context.new_page(), [], []
    page.on("console", lambda message: said.append(message.text))

    def meet(step):
        met.append(Seen(step))
        look(page, met[-1])
        assert page.locator("html").get_attribute("lang") == language, step

    def send(**fields):
        for name, value in fields.items():
            page.locator(f"#id_{name}").fill(value)
        with page.expect_navigation():
            page.locator("main form button").first.click()

    page.goto("/admin/")
    send(login=language, password="a slip")
    meet("the login page, after a slip")
    send(login=language, password=PASSWORD)
    page.goto("/account/two-step/set-up/")
    send(code="not a code")
    meet("the set-up, after a slip")
    send(code=code_of(page.locator(".key-to-type").inner_text()))
    meet("the recovery codes")
    recovery_code = page.locator(".codes code").first.inner_text()
    page.goto("/account/two-step/")
    meet("the overview")
    context.clear_cookies()
    page.goto("/admin/")
    send(login=language, password=PASSWORD)
    meet("the code")
    assert not said, "such as a breach of the content security policy"
    send(code=recovery_code)
    page.wait_for_url("**/admin/")
    context.close()

    assert not [(seen.address, found) for seen in met for found in seen.barriers + seen.faint + seen.too_wide]
