from .contact import ContactSettings
from .home import HomePage
from .standard import StandardPage

__all__ = ["ContactSettings", "HomePage", "StandardPage"]
