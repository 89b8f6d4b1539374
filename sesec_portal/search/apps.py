from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "sesec_portal.search"
    label = "search"
    verbose_name = "SESEC search"
    registers = ("synonymgroup",)
    # The words to suggest are shown by searches alone, which are not cached.
    quiet_tables = ("core_searchword", "wagtailsearch_indexentry")

    def ready(self) -> None:
        from .index import signals

        signals.connect()
