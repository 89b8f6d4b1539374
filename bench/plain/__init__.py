"""A minimal Wagtail site, as Wagtail's tutorial writes one: what the portal's uncached pages are compared with."""
