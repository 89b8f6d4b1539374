"""The admin's form for a picture."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .pictures import DAMAGED


class PictureFormField(WagtailImageField):
    """Refuses with a sentence what Wagtail 7.4 unfolds into memory, or fails at: a picture too large, or damaged."""

    too_large = _("This picture has too many pixels. 4000 on its longer side are enough for any page.")

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        if not data:
            return super().to_python(data)
        try:
            # Reads no more than the size; what is no picture at all is refused below.
            with suppress(UnidentifiedImageError):
                Image.open(data)
            data.seek(0)
            return super().to_python(data)
        except Image.DecompressionBombError as bomb:
            raise ValidationError(self.too_large, code="file_too_many_pixels") from bomb
        except ValidationError:
            raise
        except Exception as fault:
            raise ValidationError(DAMAGED, code="invalid_image") from fault


class PictureForm(BaseImageForm):
    """A form that looks at a picture before it is unfolded in memory."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = PictureFormField(label=field.label, widget=field.widget)
