"""Which tests run in the same worker, because they share something that takes long to make."""

from xdist.scheduler import LoadScopeScheduling


class GroupScheduler(LoadScopeScheduling):
    """Keeps editors' tests together, readers' tests of each language, and those of the page cache; spreads the rest.

    The marks of `--dist loadgroup` do the same, but pytest 9.2 no longer shows them to pytest-xdist 3.8.
    """

    def _split_scope(self, nodeid):
        if nodeid.startswith("tests/browser/test_an_editors_day"):
            return "editors"
        if nodeid.startswith("tests/browser/"):
            return "readers of Chinese" if "zh-hans" in nodeid else "readers of English"
        if nodeid.startswith("tests/pagecache/"):
            return "page cache"
        return nodeid
