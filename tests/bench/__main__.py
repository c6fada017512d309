"""`python -m tests.bench [upload|publish|formats] [photo …]`: the figures of docs/pictures.md, all or some of them."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test.utils import get_runner, setup_test_environment  # noqa: E402

from tests.bench import formats, measure, publish, upload  # noqa: E402


def main(arguments: list[str]) -> None:
    """Without a name all benches run; paths are further pictures for `formats`."""
    names = [name for name in arguments if name in ("upload", "publish", "formats")]
    paths = [path for path in arguments if path not in names]
    wanted = names or ["upload", "publish", "formats"]
    print(f"\n{measure.machine()}")
    if "formats" in wanted:
        print("\n## Bytes per format\n")
        formats.run(paths)
    if {"upload", "publish"} & set(wanted):
        setup_test_environment()
        runner = get_runner(settings)(verbosity=0, interactive=False)
        databases = runner.setup_databases()
        try:
            for bench in (upload, publish):
                if bench.__name__.rpartition(".")[2] in wanted:
                    bench.run()
        finally:
            runner.teardown_databases(databases)


main(sys.argv[1:])
