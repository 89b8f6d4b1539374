"""The restore drill: `python -m bench.drill` backs a portal up, wipes it out, restores it and compares.

It works on a database and in a folder that are gone at the end: the starter content, the made-up entries, an uploaded
picture and a document.
"""

import os
import shutil
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from sesec_portal.devserver.environment import environment_for, say
from tests.databases import copy, environment_of


def main():
    """Run the drill, print its figures; return 1 if anything came back otherwise than it was."""
    with environment_for("test", "test-postgres", fsync=False) as environment, TemporaryDirectory() as folder:
        os.environ.update(environment)
        with copy("drill") as database:
            os.environ.update(environment_of(database))
            os.environ.update(DJANGO_SETTINGS_MODULE="sesec_portal.settings.development", MEDIA_ROOT=f"{folder}/media")
            django.setup()
            from django.core.management import call_command
            from django.db import connection

            call_command("load_starter_content", sample=True, verbosity=0)
            upload()
            different = rehearse(Path(folder, "drill.tar"))
            connection.close()
    say("\n".join(different) if different else "Every row, sequence and file is as it was.")
    return bool(different)


def upload():
    """Upload a picture, in the sizes that readers get, and a document."""
    from django.core.files.base import ContentFile
    from django.core.files.images import ImageFile
    from PIL import Image

    from sesec_portal.media.models import PortalDocument, PortalImage
    from sesec_portal.media.renditions import FIGURE, LOGO

    picture = BytesIO()
    Image.effect_noise((1600, 900), 80).save(picture, "PNG")
    picture = ImageFile(picture, name="drill.png")
    image = PortalImage.objects.create(title="Drill", description="Noise, drawn for the restore drill", file=picture)
    image.get_renditions(FIGURE, LOGO)
    document = ContentFile(os.urandom(250_000), name="drill.csv")
    PortalDocument.objects.create(title="Drill", file=document)


def rehearse(archive):
    """Back up the portal to the path `archive`, wipe it out and restore it; return what differs, in sentences."""
    from django.core.management import call_command

    before = everything()
    begun = time.monotonic()
    call_command("backup", to=str(archive), verbosity=0)
    backed_up = time.monotonic()
    wipe()
    wiped = time.monotonic()
    call_command("restore", str(archive), verbosity=0)
    restored = time.monotonic()
    after = everything()
    counted = ", ".join(f"{len(before[kind])} {kind}" for kind in before)
    rows = sum(table["rows"] for table in before["tables"].values())
    say(f"{counted}; {rows} rows; the archive has {archive.stat().st_size:,} bytes.")
    say(f"Backed up in {backed_up - begun:.1f} s, restored in {restored - wiped:.1f} s.")
    names = [(kind, name) for kind in before for name in sorted(before[kind].keys() | after[kind].keys())]
    return [f"{name} ({kind}) differs." for kind, name in names if before[kind].get(name) != after[kind].get(name)]


def everything():
    """Return what tells one state of the portal from another: sums of all tables' rows, sequences, sums of files."""
    from django.conf import settings

    from sesec_portal.operations.backup import media, rows
    from sesec_portal.operations.backup.archive import sum_of

    files = {}
    for name in media.files():
        with Path(settings.MEDIA_ROOT, name).open("rb") as file:
            files[name] = sum_of(file)
    return {"tables": rows.tables(), "sequences": rows.sequences(), "files": files}


def wipe():
    """Leave what a fresh machine has: an empty database, and no file."""
    from django.conf import settings

    from sesec_portal.operations.backup import databases

    with databases.beside() as empty:
        databases.take_the_place(empty)
    shutil.rmtree(settings.MEDIA_ROOT)


if __name__ == "__main__":
    sys.exit(main())
