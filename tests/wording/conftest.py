"""A draft with words in it that will not stay true."""

from pathlib import Path

import pytest
import yaml

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sentences():
    """Sentences in which something is found, and others: `sentences["planted"]["en"]`."""
    return SENTENCES
