"""Date formats, where a language's own in Django are not the portal's."""
