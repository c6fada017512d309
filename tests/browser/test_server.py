"""What the web server must leave to the application; no browser is needed for it, only the real server."""

import json
import urllib.error
import urllib.request

import pytest

from tests.browser.stack import Stack


def test_a_long_path_gets_the_answer_of_the_api(stack: Stack) -> None:
    address = f"{stack.api}sites/vantor/resolve/?path=/{'a' * 5000}"
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address, timeout=30)  # noqa: S310
    with refused.value as answer:
        assert (answer.status, answer.headers.get_content_type()) == (400, "application/problem+json")
        problem = json.load(answer)
    assert (problem["status"], list(problem["errors"])) == (400, ["path"])
