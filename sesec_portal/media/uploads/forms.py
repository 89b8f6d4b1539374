"""The admin's forms for a picture and for a document."""

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.forms import Field
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from ..former_files import keep
from ..in_use import may_not_touch
from ..private import PICTURES_ARE_PUBLIC, STAYS, is_private, may_not_take_out
from .overtaken import AsItWasSeen
from .pictures import DAMAGED
from .unwritable import try_to_store


class PictureFormField(WagtailImageField):
    """Refuses with a sentence what Wagtail 7.4 unfolds into memory, or fails at: a picture too large, or damaged."""

    too_large = _("This picture has too many pixels. 4000 on its longer side are enough for any page.")
    too_long = _("This film has too many pixels, all its pictures taken together. Make it smaller, or shorter.")

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        if not data:
            return super().to_python(data)
        try:
            # Reads no more than the sizes; what is no picture at all is refused below.
            with suppress(UnidentifiedImageError):
                self._refuse_too_many_pixels(Image.open(data))
            data.seek(0)
            return super().to_python(data)
        except Image.DecompressionBombError as bomb:
            raise ValidationError(self.too_large, code="file_too_many_pixels") from bomb
        except ValidationError:
            raise
        except Exception as fault:
            raise ValidationError(DAMAGED, code="invalid_image") from fault

    def _refuse_too_many_pixels(self, picture: Image.Image) -> None:
        """Raise ValidationError for a film whose frames take more pixels than one picture may have."""
        frames = getattr(picture, "n_frames", 1)
        if frames > 1 and frames * picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise ValidationError(self.too_long, code="file_too_many_pixels")


class ApprovedFile(AsItWasSeen):
    """Changes nothing that readers see for those who may not publish, and keeps the file that another replaces."""

    in_use = _(
        "Readers see this already, so only a Publisher can change it. Upload another, and use that in your draft."
    )

    # What they have as Wagtail's forms.
    instance: Any
    fields: dict[str, Field]
    changed_data: list[str]
    cleaned_data: dict[str, Any]
    original_file: FieldFile | None

    def __init__(self, *args: object, user: User | None = None, **kwargs: object) -> None:
        super().__init__(*args, user=user, **kwargs)  # type: ignore[call-arg]  # one of Wagtail's forms comes after it
        self.user = user
        self.remember_what_is_seen()
        # What keeps the user from changing anything here.
        self.uses = may_not_touch(user, [self.instance]) if user and self.instance.pk else []
        for field in self.fields.values():
            field.disabled = field.disabled or bool(self.uses)

    def clean(self) -> dict[str, Any]:
        """Refuse what was sent all the same, and a file that cannot be stored; the form says why."""
        if self.uses:
            raise ValidationError(self.in_use)
        cleaned = super().clean()  # type: ignore[misc]  # likewise
        self.refuse_what_was_overtaken()
        if "collection" in self.changed_data and self.instance.pk and may_not_take_out(self.user, [self.instance]):
            self.add_error("collection", STAYS)  # type: ignore[attr-defined]  # likewise
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile) and (fault := try_to_store(file)):
            self.add_error("file", fault)  # type: ignore[attr-defined]  # likewise
        return cleaned

    def save(self, commit: bool = True) -> Model:
        """Save it; keep the file whose place another takes."""
        if self.instance.pk and "file" in self.changed_data and self.original_file:
            keep(self.instance, str(self.original_file.name), self.user)
        return super().save(commit)  # type: ignore[misc]  # likewise


class DocumentForm(ApprovedFile, BaseDocumentForm):
    """The form for a document."""


class PictureForm(ApprovedFile, BaseImageForm):
    """A form that looks at a picture before it is unfolded in memory, and puts none where it would seem private."""

    def __init__(self, *args: object, user: User | None = None, **kwargs: object) -> None:
        super().__init__(*args, user=user, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = PictureFormField(label=field.label, widget=field.widget, disabled=field.disabled)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        collection = self.cleaned_data.get("collection")
        if collection and "collection" in self.changed_data and is_private(collection):
            self.add_error("collection", PICTURES_ARE_PUBLIC)
        return cleaned
