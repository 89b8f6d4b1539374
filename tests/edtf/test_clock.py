"""Which day it is."""

from datetime import date

from django.utils import timezone

from sesec_portal.edtf.clock import today


def test_the_day_is_that_of_brussels_for_an_editor_in_shanghai_too(on_day):
    with on_day(2026, 11, 22, hour=23), timezone.override("Asia/Shanghai"):
        assert timezone.localdate() == date(2026, 11, 23)
        assert today() == date(2026, 11, 22)
