"""The former site comes home: what a WordPress export holds becomes pages, pictures and documents of the portal.

It imports `home` and what lies below. Enter at `importing` (`import_export`, which `manage.py import_wordpress` calls);
`export` reads the file, `bodies` makes blocks of HTML, `making` makes what is missing, `report` tells what became of
each item. `docs/decisions/0021-the-former-site-comes-home.md` has the reasons.
"""
