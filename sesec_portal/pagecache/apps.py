from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    name = "sesec_portal.pagecache"
    label = "pagecache"
    verbose_name = "SESEC page cache"
    quiet_tables = ("pagecache_content", "pagecache_host")

    def ready(self) -> None:
        from . import autoreload, invalidation

        invalidation.watch()
        autoreload.watch()
