"""A copy of the delivery benchmark's database, grown straight in the tables: nothing saves or renders these rows.

What stood there stands as it did, so that the same questions have the same answers; what is added is older than all of
it, thin (a title, a lead, one paragraph), on sites of its own, and seen on the national site too.
"""

import psycopg

NATIONAL = "riks"
BODY = (
    '\'{"id":"\' || id || \'","type":"article","label":"artikel","title":"Tillagd \' || g || \'","language":"sv",'
    '"lead":"En rad i en stor tabell.","body":[{"type":"paragraph","value":{"html":"<p>\' || repeat(\'Ord \', 60) '
    '|| \'</p>"}}],"content_hash":"\' || md5(g::text) || \'"}\''
)
# Each as it stands: {publications} and {sites} are those to be added.
SITES = """
CREATE TEMP TABLE added_site AS SELECT g, nextval(pg_get_serial_sequence('wagtailcore_site', 'id'))::int AS id
    FROM generate_series(1, {sites}) g;
INSERT INTO wagtailcore_site (id, hostname, port, is_default_site, root_page_id, site_name)
    SELECT a.id, 'tillagd-' || a.g || '.bench.test', 443, false, s.root_page_id, 'Tillagd ' || a.g
    FROM added_site a, wagtailcore_site s JOIN sites_frontend f ON f.site_id = s.id WHERE f.slug = 'distrikt-00';
INSERT INTO sites_frontend ({columns})
    SELECT {values} FROM added_site a, sites_frontend f WHERE f.slug = 'distrikt-00';
INSERT INTO publish_counter (site_id, version, floor) SELECT id, 0, 0 FROM added_site;
"""
PUBLICATIONS = """
CREATE TEMP TABLE added AS SELECT n AS g, md5('plats:' || n) AS key,
    overlay(md5('tillagd:' || n) placing 'ffffffff' from 1)::uuid AS id,  -- behind the others: a sync goes by it
    timestamptz '2018-12-31' - n * interval '1 minute' AS at,
    '/aktuellt/tillagd-' || n || '/' AS path, s.id AS site
    FROM generate_series(1, {publications}) n JOIN added_site s ON s.g = 1 + n % {sites};
ANALYZE added;
INSERT INTO publish_identity (uuid, kind, object_id) SELECT id, 'page', 100000000 + g FROM added;
INSERT INTO publish_publication (identity_id, kind, type, body, card, content_hash, anchor, wanted, rendered,
        fingerprint, failure, attempts)
    SELECT id, 'page', 'article', {body}, {body}, md5(g::text), path, 1, 1, '', '', 0 FROM added;
INSERT INTO publish_placement (site_id, publication_id, kind, type, language, path, path_key, url, parent, tree_path,
        title_key, shown_at, published_at, updated_at, pinned, shared, noindex, overlay, page_overlay)
    SELECT p.site, id, 'page', 'article', 'sv', path, key, 'https://tillagd.bench.test' || path, NULL, '',
        ('tillagd ' || g)::bytea, at, at, at, false, p.site = n.site_id, false,
        '"path":"' || path || '"', '"breadcrumbs":[]'
    FROM added CROSS JOIN (SELECT site_id FROM sites_frontend WHERE slug = '{national}') n
    CROSS JOIN LATERAL (VALUES (site), (n.site_id)) p(site);
INSERT INTO publish_change (site_id, seq, op, kind, type, identity, path, previous_path, url, content_hash, reason, at)
    SELECT p.site_id, c.version + row_number() OVER (PARTITION BY p.site_id ORDER BY a.g), 'upsert', 'page', 'article',
        a.id, a.path, '', p.url, md5(a.g::text), 'published', now()
    FROM added a JOIN publish_placement p ON p.publication_id = a.id JOIN publish_counter c ON c.site_id = p.site_id;
UPDATE publish_counter c SET version = n.seq
    FROM (SELECT site_id, max(seq) AS seq FROM publish_change GROUP BY 1) n WHERE n.site_id = c.site_id;
"""
PRIVATE = """
INSERT INTO wagtailcore_page ({columns}) SELECT {values} FROM generate_series(1, {private}) g, wagtailcore_page p
    WHERE p.id = (SELECT min(id) FROM wagtailcore_page WHERE depth = 3);
INSERT INTO wagtailcore_pageviewrestriction (page_id, restriction_type, password)
    SELECT id, 'login', '' FROM wagtailcore_page WHERE slug LIKE 'tillagd-privat-%';
"""
# What an added row has of its own; all other columns are those of the row that it is made after.
FRONTEND = {"id": None, "site_id": "a.id", "slug": "'tillagd-' || a.g", "name": "'Tillagd ' || a.g"}
FRONTEND |= {"base_url": "'https://tillagd-' || a.g || '.bench.test'"}
# Beyond every path that treebeard has given: below the root, in letters that its steps reach last.
PAGE = {"id": None, "path": "'ZZ' || lpad(g::text, 6, '0')", "slug": "'tillagd-privat-' || g", "numchild": "0"}
PAGE |= {"depth": "2", "translation_key": "md5('privat:' || g)::uuid", "url_path": "'/tillagd-privat-' || g || '/'"}
PAGE |= {"latest_revision_id": "NULL", "live_revision_id": "NULL"}


def grow(address: str, *, publications: int, sites: int, private: int) -> None:
    """Add so many to the database at this address."""
    with psycopg.connect(address, autocommit=True) as connection:
        columns, values = _like(connection, "sites_frontend", "f", FRONTEND)
        connection.execute(SITES.format(sites=sites, columns=columns, values=values))
        connection.execute(PUBLICATIONS.format(publications=publications, sites=sites, body=BODY, national=NATIONAL))
        columns, values = _like(connection, "wagtailcore_page", "p", PAGE)
        connection.execute(PRIVATE.format(private=private, columns=columns, values=values))
        connection.execute("VACUUM ANALYZE")


def _like(connection: psycopg.Connection, table: str, alias: str, own: dict[str, str | None]) -> tuple[str, str]:
    """The columns of a row like another, and their values; None is left to the database."""
    found = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s", [table]
    )
    names = [name for (name,) in found if own.get(name, "") is not None]
    return ", ".join(names), ", ".join(str(own.get(name, f"{alias}.{name}")) for name in names)


def size(address: str) -> int:
    """Of this database, in bytes."""
    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0


def folder(address: str) -> str:
    """Where the server keeps its data."""
    with psycopg.connect(address) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    return str(row[0]) if row else ""
