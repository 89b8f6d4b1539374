from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class LivingFactsConfig(AppConfig):
    name = "sesec_portal.living_facts"
    label = "living_facts"
    verbose_name = "SESEC living facts"

    def ready(self) -> None:
        autodiscover_modules("living_facts")
