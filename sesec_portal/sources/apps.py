from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    name = "sesec_portal.sources"
    verbose_name = _("sources")
    registers = ("source",)

    def ready(self) -> None:
        from wagtail.signals import published

        from . import indexing
        from .publishing import publish_what_it_cites
        from .upgrading import index_anew

        published.connect(publish_what_it_cites, dispatch_uid="publish_what_it_cites")
        post_migrate.connect(index_anew, sender=self)
        indexing.connect()
