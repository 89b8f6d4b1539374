"""The admin's form for a picture."""

from contextlib import suppress

from django.conf import settings
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


class PictureForm(BaseImageForm):
    """A form that looks at a picture before it is unfolded in memory."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = PictureFormField(label=field.label, widget=field.widget)
