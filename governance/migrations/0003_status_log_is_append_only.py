"""The database itself refuses to change or remove a line of the status log."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION governance_status_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The status log is append-only: record a further line instead.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER status_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON governance_statusentry
    FOR EACH STATEMENT EXECUTE FUNCTION governance_status_log_is_append_only();
"""
BACKWARD = """
DROP TRIGGER status_log_is_append_only ON governance_statusentry;
DROP FUNCTION governance_status_log_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("governance", "0002_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
