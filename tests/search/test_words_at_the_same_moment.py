"""Two persons publish texts with the same words at the same moment, each several at once: both get through."""

import threading
from contextlib import suppress

from django.db import connections, transaction

from sesec_portal.search.index.vocabulary import remember
from sesec_portal.search.models import SearchWord


def test_two_that_publish_the_same_words_in_another_order_do_not_wait_for_each_other_for_ever(own_database):
    together, failed = threading.Barrier(2), []

    def publish(*texts):
        try:
            with transaction.atomic():
                for text in texts:
                    remember(text)
                    # One of them may have to wait for the other's commit.
                    with suppress(threading.BrokenBarrierError):
                        together.wait(timeout=1)
        except Exception as fault:
            failed.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=publish, args=texts) for texts in (("zebra", "aardvark"), ("aardvark", "zebra"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert not failed
    assert SearchWord.objects.filter(word__in=["zebra", "aardvark"]).count() == 2
