"""A decision that goes to the bin takes its log and its corrections along; the database still refuses all else.

Only who keeps the rows elsewhere says so, by `sesec.deleting`, for one transaction (see `sesec_portal/bin/keeping.py`).
"""

import django.db.models.deletion
from django.db import migrations, models

FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {exception}RAISE EXCEPTION '{sentence}' USING ERRCODE = 'restrict_violation';
END
$$;
"""
EXCEPTION = """IF TG_OP = 'DELETE' AND current_setting('sesec.deleting', true) = 'on' THEN
        RETURN NULL;
    END IF;
    """
SENTENCES = {
    "governance_status_log_is_append_only": "The status log is append-only: record a further line instead.",
    "governance_corrections_are_append_only": "Corrections are append-only: record a further one instead.",
}
# What was published before registers were drafted; a term of office is told of from the day it was recorded.
PUBLISHED = """
UPDATE governance_decision SET first_published_at = COALESCE(disclosed_at, now()) WHERE live;
UPDATE governance_sector SET first_published_at = now() WHERE live;
UPDATE governance_seat seat SET first_published_at = COALESCE(
    (SELECT min(start_recorded_at) FROM governance_termofoffice term WHERE term.seat_id = seat.id), now()
) WHERE live;
"""


def functions(exception):
    return "".join(FUNCTION.format(name=name, sentence=SENTENCES[name], exception=exception) for name in SENTENCES)


class Migration(migrations.Migration):
    dependencies = [("governance", "0010_what_readers_know_is_kept")]

    operations = [
        migrations.RunSQL(functions(EXCEPTION), functions("")),
        migrations.RunSQL(PUBLISHED, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="decisioncorrection",
            name="decision",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="governance.decision",
            ),
        ),
        migrations.AlterField(
            model_name="statusentry",
            name="decision",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="log",
                to="governance.decision",
            ),
        ),
    ]
