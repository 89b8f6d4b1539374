"""Living facts in the editor of rich text."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from .chooser import choose, chosen
from .editor import CONVERSION, FEATURE, control


@hooks.register("register_admin_urls")
def chooser_urls() -> list[URLPattern | URLResolver]:
    """Give the chooser its addresses."""
    urls = [path("choose/", choose, name="choose"), path("chosen/", chosen, name="chosen")]
    return [path("living-facts/", include((urls, "living_facts")))]


@hooks.register("register_rich_text_features")
def living_facts_in_texts(features: FeatureRegistry) -> None:
    """Let editors put living facts into texts."""
    features.register_editor_plugin("draftail", FEATURE, control())
    features.register_converter_rule("contentstate", FEATURE, CONVERSION)
