"""Texts that run wherever an output forgets to escape them, for every field in which an editor can type."""

import json

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Collection, Page

from governance.models import Decision, StatusEntry
from sesec_portal.core.rich_text import BODY
from sesec_portal.edtf.fields import EdtfField
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.moments.fields import MomentField
from sesec_portal.wording.models import AllowedPhrase, WatchedPhrase
from tests.pages import OWN_PAGES
from tests.security import files

# In a cell of a table a formula; in an attribute, in a script, in a title, in running text an element that acts.
TEXT = (
    "=1+1\"'></title></script></textarea><svg onload=pwn()><script>pwn()</script>--><img src=x onerror='pwn()'>{{7*7}}"
)
SHORT = "=\"'><svg onload=pwn()>"
ADDRESS = "https://example.org/\"'><svg/onload=pwn()>?javascript:pwn()"
ACTS = "javascript:pwn()"


def rich_text(features=BODY):
    """Return what the editor stores when somebody sends it these texts, and links that act."""
    linked = {"offset": 0, "length": 8, "key": 0}
    block = {
        "key": "a",
        "text": TEXT,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [linked],
    }
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": ACTS}}
    state = {"blocks": [block], "entityMap": {"0": link}}
    return ContentstateConverter(features=[*features, "link"]).to_database_format(json.dumps(state))


def raw(block, image, document):
    """Return the raw value of any block, as deep as it goes, with these texts wherever one can be typed."""
    if isinstance(block, ImageBlock):
        return {"image": image.pk, "alt_text": TEXT, "decorative": False}
    if isinstance(block, blocks.BaseStructBlock):
        return {name: raw(child, image, document) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock):
        return [{"type": name, "value": raw(child, image, document)} for name, child in block.child_blocks.items()]
    if isinstance(block, blocks.ListBlock):
        return [{"type": "item", "value": raw(block.child_block, image, document)}] * max(2, block.meta.min_num or 0)
    if isinstance(block, DocumentChooserBlock):
        return document.pk
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(block.features or BODY)
    if isinstance(block, blocks.ChoiceBlock):
        return next(value for value, _name in block.field.choices if value)
    return ADDRESS if isinstance(block, blocks.URLBlock) else TEXT


def fields_of(model):
    """Yield the fields of a model in which an editor can type whatever they like."""
    for field in model._meta.local_concrete_fields:
        dated = isinstance(field, EdtfField | MomentField)
        typed = isinstance(field, models.CharField | models.TextField) and not dated
        free = field.editable and not (field.choices or field.unique or field.primary_key)
        if (
            typed
            and free
            and not isinstance(field, models.SlugField)
            and field.name not in ("language", "url_path", "pinyin", "number")
        ):
            yield field


def value_for(field, image, document):
    """Return what goes into a field."""
    if isinstance(field, StreamField):
        return json.dumps(raw(field.stream_block, image, document))
    if isinstance(field, RichTextField):
        return rich_text(field.features or BODY)
    if isinstance(field, models.URLField):
        return ADDRESS[: field.max_length]
    return TEXT if not field.max_length or len(TEXT) <= field.max_length else SHORT[: field.max_length]


def plant():
    """Fill every row of the registers, every page, a picture, a document and a redirect with these texts."""
    picture = ContentFile(files.photograph("png"), name="a.png")
    image = PortalImage.objects.create(title=TEXT, description=TEXT, description_zh=TEXT, file=picture)
    file = ContentFile(files.document("pdf"), name=f"{SHORT}.pdf")
    document = PortalDocument.objects.create(title=TEXT, file=file)
    document.tags.add(SHORT)
    Collection.get_first_root_node().add_child(name=TEXT)
    Redirect.add_redirect("/poisoned/", ADDRESS)
    StatusEntry.objects.create(
        decision=Decision.objects.first(), status="planned", day="2025-01-01", why=TEXT, recorded_by=SHORT
    )
    # Each phrase stands once in its list.
    for phrases in (WatchedPhrase, AllowedPhrase):
        phrases.objects.exclude(pk__in=phrases.objects.values("pk")[:1]).delete()
    for app in apps.get_app_configs():
        for model in app.get_models() if app.name in settings.OWN_APPS else ():
            if values := {field.name: value_for(field, image, document) for field in fields_of(model)}:
                model._base_manager.update(**values)
    Page.objects.filter(depth__gt=2).update(
        title=TEXT, draft_title=TEXT, seo_title=TEXT, search_description=TEXT, show_in_menus=True
    )
    for model in OWN_PAGES:
        model.objects.filter(alias_of=None).first().save_revision(log_action=True, clean=False)
