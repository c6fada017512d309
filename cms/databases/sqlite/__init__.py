"""Django's SQLite backend, with one thing done less often."""
