"""Starts the demo in a folder of its own and takes all pictures, or some: `make pictures ARGS="parts readme"`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.guide import annual_meeting, approval, first_article, organisation, parts, readme
from tests.browser.guide.browsers import launch
from tests.browser.stack import Stack

# The first article comes last: it is the only one that changes what the others show.
WALKS = {
    walk.__name__.rpartition(".")[2]: walk
    for walk in (readme, approval, parts, organisation, annual_meeting, first_article)
}


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        stack = Stack(Path(folder))
        try:
            stack.start()
            for name in names or WALKS:
                WALKS[name].take(browser, stack)
        finally:
            stack.stop()
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
