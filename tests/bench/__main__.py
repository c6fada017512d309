"""`python -m tests.bench [upload|publish|formats] [photo …]` or `… delivery|publishing|cache|scale [options]`.

Without a name all but `cache` and `scale`. The first three print the figures of docs/pictures.md, `cache` those of
docs/operate/cache.md, the others those of docs/benchmark.md.
"""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test.utils import get_runner, setup_test_environment  # noqa: E402

from tests.bench import formats, measure, publish, upload  # noqa: E402
from tests.bench.cache import run as cache  # noqa: E402
from tests.bench.delivery import run as delivery  # noqa: E402
from tests.bench.publishing import run as publishing  # noqa: E402
from tests.bench.scale import run as scale  # noqa: E402

SERVICES = {name: os.environ.get(f"TEST_{name.upper()}_URL", "") for name in ("database", "cache")}


def main(arguments: list[str]) -> int:
    """Without a name all benches run; paths are further pictures for `formats`, options those of what is named."""
    beside_stock = {"delivery": delivery, "publishing": publishing}
    apart = {"cache": cache, "scale": scale}  # more is needed, or much of the disk: only if they are named
    if arguments and arguments[0] in beside_stock | apart:
        return (beside_stock | apart)[arguments[0]].main(arguments[1:], **SERVICES)
    _pictures(arguments)
    return 0 if arguments else max(bench.main([], **SERVICES) for bench in beside_stock.values())


def _pictures(arguments: list[str]) -> None:
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


sys.exit(main(sys.argv[1:]))
