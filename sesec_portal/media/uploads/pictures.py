"""Pictures are drawn anew as they are stored: what the camera and the editor's programs wrote beside them is gone."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, ImageSequence
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .storage import is_new

DAMAGED = _("This picture is damaged. Open it in a program that draws pictures, and save it anew.")
_ORIENTATION = 0x0112
# Everything else, Exif and XMP and comments among it, is left behind.
_KEPT = ("icc_profile", "transparency", "background", "loop")
_WEBP_WITHOUT_LOSS = b"VP8L"


class Unreadable(ValueError):
    """Raised for a file that holds no picture that can be drawn."""


class PictureFile(WagtailImageFieldFile):
    """The file of a picture, which is drawn anew on its way into the storage."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store a picture under a name, with its size and digest on the model; see `reencode`."""
        drawn = reencode(content)
        drawn.name = name
        super().save(name, drawn, save=False)
        self.instance._set_image_file_metadata()
        if save:
            self.instance.save()

    save.alters_data = True  # type: ignore[attr-defined]  # what templates must not call


class PictureField(WagtailImageField):
    """A model field for such a picture. Nothing else has pictures drawn anew."""

    attr_class = PictureFile

    def clean(self, value: FieldFile, model_instance: Model | None) -> FieldFile:
        """Return the file, drawn anew already if it is new; raises ValidationError for one that cannot be drawn."""
        file = super().clean(value, model_instance)
        if is_new(file):
            try:
                file.file = reencode(file.file)
            except Unreadable as fault:
                raise ValidationError(DAMAGED) from fault
        return file


def reencode(file: File) -> "_Reencoded":
    """Return a picture upright, in its colours and its format, without anything written beside it.

    Raises Unreadable. Argument: a file, or what this function has returned before, which it returns again.
    """
    if isinstance(file, _Reencoded):
        file.seek(0)
        return file
    file.seek(0)
    start = file.read(64)
    file.seek(0)
    try:
        return _Reencoded(_draw(Image.open(file), start))
    # Damaged files make the readers of formats fail in every way there is.
    except Exception as fault:
        raise Unreadable(str(fault)) from fault


class _Reencoded(ContentFile):
    pass


def _draw(picture: Image.Image, start: bytes) -> bytes:
    frames = getattr(picture, "n_frames", 1)
    # A telephone's JPEG may hold a second picture, of depth.
    kind = "JPEG" if picture.format == "MPO" else picture.format
    options: dict[str, object] = {"quality": 92}
    if kind == "WEBP":
        options["lossless"] = _WEBP_WITHOUT_LOSS in start
    if frames > 1 and kind != "JPEG":
        options |= {"save_all": True, "duration": _durations(picture)}
        picture.seek(0)
    elif picture.getexif().get(_ORIENTATION, 1) != 1:
        picture = ImageOps.exif_transpose(picture)
    elif picture.format == "JPEG":
        # The same tables again, so that drawing it anew loses nothing that can be seen.
        options["quality"] = "keep"
    picture.load()
    picture.info = {name: picture.info[name] for name in _KEPT if name in picture.info}
    out = BytesIO()
    picture.save(out, kind, icc_profile=picture.info.get("icc_profile"), **options)
    return out.getvalue()


def _durations(picture: Image.Image) -> list[int]:
    durations = []
    for frame in ImageSequence.Iterator(picture):
        # Of some formats the duration is known once the frame is.
        frame.load()
        durations.append(frame.info.get("duration", 0))
    return durations
