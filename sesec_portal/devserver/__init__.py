"""Development only: an embedded PostgreSQL and the launcher behind `make run` and `make test`.

Nothing else in the project imports this package, and it does not import Django. From the ground up:

children       child processes that never outlive the launcher
private        small files that only their owner may read
account        the system account that PostgreSQL runs as
programs       where PostgreSQL's programs are
cluster        one folder of PostgreSQL data and the server process on it
postgres       the server as its callers see it: started once, shared, stopped for certain
environment   what manage.py and pytest find around them
launcher       the commands: run, test, manage
"""
