from .index import SourceIndexPage
from .source import Source

__all__ = ["Source", "SourceIndexPage"]
