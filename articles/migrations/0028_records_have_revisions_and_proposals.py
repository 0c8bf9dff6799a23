"""Revisions, proposals and merges of records; nothing is part of a part of itself.

A check constraint sees one row only, so triggers look at the ancestors. On PostgreSQL each waits
for the others that give a row a parent: two at once could else close a circle, for neither sees
what the other has not committed. SQLite has one writer at a time.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.record

KINDS = ("event", "organization")


def ancestors(kind):
    return f"""
        WITH RECURSIVE ancestor(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT above.parent_id FROM articles_{kind} AS above
            JOIN ancestor ON above.id = ancestor.id
            WHERE above.parent_id IS NOT NULL
        )
        SELECT 1 FROM ancestor WHERE id = NEW.id
    """  # noqa: S608 - the kinds are ours


def function(kind, lock):
    """The function that PostgreSQL's trigger calls."""
    return f"""
        CREATE OR REPLACE FUNCTION {kind}_is_not_its_own_ancestor() RETURNS trigger AS $$
        BEGIN
            IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
            {lock}
            IF EXISTS ({ancestors(kind)}) THEN
                RAISE EXCEPTION '{kind}_is_not_its_own_ancestor' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END
        $$ LANGUAGE plpgsql
    """


def one_at_a_time(kind):
    return f"PERFORM pg_advisory_xact_lock(hashtext('articles_{kind}.parent_id'));"


def sqlite_triggers(kind):
    for verb in ("INSERT", "UPDATE OF parent_id"):
        name = f"{kind}_is_not_its_own_ancestor_{verb.split()[0].lower()}"
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"""
            CREATE TRIGGER {name}
            BEFORE {verb} ON articles_{kind}
            WHEN NEW.parent_id IS NOT NULL AND EXISTS ({ancestors(kind)})
            BEGIN
                SELECT RAISE(ABORT, 'CHECK constraint failed: {kind}_is_not_its_own_ancestor');
            END
        """


# Events have their triggers since 0002; SQLite loses them when a column is added to the table.
ADDED = {
    "sqlite": [statement for kind in KINDS for statement in sqlite_triggers(kind)],
    "postgresql": [
        *(function(kind, one_at_a_time(kind)) for kind in KINDS),
        """
        CREATE TRIGGER organization_is_not_its_own_ancestor
        BEFORE INSERT OR UPDATE OF parent_id ON articles_organization
        FOR EACH ROW EXECUTE FUNCTION organization_is_not_its_own_ancestor()
        """,
    ],
}
REMOVED = {
    "sqlite": [
        f"DROP TRIGGER organization_is_not_its_own_ancestor_{verb}" for verb in ("insert", "update")
    ],
    "postgresql": [
        "DROP TRIGGER organization_is_not_its_own_ancestor ON articles_organization",
        "DROP FUNCTION organization_is_not_its_own_ancestor()",
        function("event", ""),
    ],
}


def cut_circles(apps, schema_editor):
    """A body that is part of a part of itself, as was possible until now, stands by itself."""
    organizations = apps.get_model("articles", "Organization")._base_manager
    parents = dict(organizations.exclude(parent=None).order_by("pk").values_list("pk", "parent"))
    for pk in list(parents):
        above, seen = parents.get(pk), set()
        while above is not None and above != pk and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == pk:
            organizations.filter(pk=pk).update(parent=None)
            del parents[pk]


def run(by_vendor):
    def operation(apps, schema_editor):
        for statement in by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return operation


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0027_what_readers_had_is_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("record_key", models.CharField(max_length=100, verbose_name="record")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("gone_key", models.CharField(max_length=100)),
                ("content", models.JSONField()),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ["-made_at", "-pk"],
                "indexes": [
                    models.Index(fields=["kind", "gone_key"], name="merges_by_what_went"),
                    models.Index(fields=["kind", "record_key"], name="merges_of_a_record"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("record_key", models.CharField(max_length=100, verbose_name="record")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("before", models.JSONField()),
                ("after", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("taken_back", "taken back"),
                        ],
                        default="waiting",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "proposed change",
                "verbose_name_plural": "proposed changes",
                "ordering": ["-made_at", "-pk"],
                "indexes": [
                    models.Index(fields=["kind", "record_key"], name="proposals_of_a_record"),
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["made_at"],
                        name="proposals_that_wait",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordRevision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=articles.models.record.new_key,
                        editable=False,
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("record_key", models.CharField(max_length=100, verbose_name="record")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="at"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("content", models.JSONField()),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "revision of a record",
                "verbose_name_plural": "revisions of records",
                "ordering": ["-number", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record_key", "number"),
                        name="a_version_of_a_record_has_one_revision",
                    )
                ],
            },
        ),
        migrations.RunPython(cut_circles, migrations.RunPython.noop),
        migrations.RunPython(run(ADDED), run(REMOVED)),
    ]
