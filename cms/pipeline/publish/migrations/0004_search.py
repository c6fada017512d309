"""The search table, and beside it what indexes it: a tsvector with a GIN index on PostgreSQL, FTS5 on SQLite.

SQLite rebuilds a table that is altered and forgets its triggers: a later migration that alters SearchText must make
them again.
"""

import django.db.models.deletion
from django.db import migrations, models

POSTGRESQL = [
    "ALTER TABLE publish_searchtext ADD COLUMN vector tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX searchtext_vector ON publish_searchtext USING gin (vector)",
]
# remove_diacritics 0: å is not a, and ö is not o. The text itself stays in the table of its own.
SQLITE = [
    """CREATE VIRTUAL TABLE publish_searchindex USING fts5(
        title, lead, text, scope, content='publish_searchtext', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER searchtext_inserted AFTER INSERT ON publish_searchtext BEGIN
        INSERT INTO publish_searchindex(rowid, title, lead, text, scope)
        VALUES (new.id, new.title, new.lead, new.text, new.scope);
    END""",
    """CREATE TRIGGER searchtext_deleted AFTER DELETE ON publish_searchtext BEGIN
        INSERT INTO publish_searchindex(publish_searchindex, rowid, title, lead, text, scope)
        VALUES ('delete', old.id, old.title, old.lead, old.text, old.scope);
    END""",
    """CREATE TRIGGER searchtext_updated AFTER UPDATE ON publish_searchtext BEGIN
        INSERT INTO publish_searchindex(publish_searchindex, rowid, title, lead, text, scope)
        VALUES ('delete', old.id, old.title, old.lead, old.text, old.scope);
        INSERT INTO publish_searchindex(rowid, title, lead, text, scope)
        VALUES (new.id, new.title, new.lead, new.text, new.scope);
    END""",
]


def index(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unindex(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE publish_searchindex")


class Migration(migrations.Migration):

    dependencies = [
        ('publish', '0003_noindex'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.TextField(blank=True)),
                ('lead', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('scope', models.TextField(blank=True)),
                ('publication', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='search_text', to='publish.publication')),
            ],
        ),
        migrations.RunPython(index, unindex, elidable=False),
    ]
