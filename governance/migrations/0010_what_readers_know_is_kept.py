"""What is published already counts as known to readers, and the database refuses to change or remove a correction."""

from django.db import migrations

KNOWN = "UPDATE governance_decision SET last_disclosure = disclosure WHERE disclosure IN ('public', 'summary')"
ADOPTED = """
UPDATE governance_priorityitem item SET name = sector.name, name_zh = sector.name_zh
  FROM governance_sector sector, wagtailcore_page page
 WHERE sector.id = item.sector_id AND page.id = item.revision_id AND page.live
"""
FORWARD = """
CREATE FUNCTION governance_corrections_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Corrections are append-only: record a further one instead.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER corrections_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON governance_decisioncorrection
    FOR EACH STATEMENT EXECUTE FUNCTION governance_corrections_are_append_only();
"""
BACKWARD = """
DROP TRIGGER corrections_are_append_only ON governance_decisioncorrection;
DROP FUNCTION governance_corrections_are_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0009_registers_are_drafted"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.RunSQL(ADOPTED, migrations.RunSQL.noop),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
