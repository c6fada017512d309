"""Bad input, for every endpoint and every parameter that it declares: the right status, named, and never a crash.

The table is made from the URL patterns and from what the views declare; a new endpoint or parameter is tried too.
"""

from urllib.parse import quote

import pytest

from api.parameters import VERSION
from cms.sites.models import Redirect
from tests.api.conftest import Api, problem
from tests.api.endpoints import ENDPOINTS, LISTS, OF_A_SITE, routes, sample
from tests.api.world import World

VIEWS = dict(routes())
DECLARED = {name: {p.name: p for p in (*view.parameters, VERSION)} for name, view in VIEWS.items()}
PAIRS = [(name, parameter) for name, known in DECLARED.items() for parameter in known]

LONG = "a" * 5000
DIGITS = "9" * 400
# Percent-encoded, as it goes over the wire.
ALWAYS_WRONG = {"%00": "NUL", "a%00b": "NUL inside", LONG: "long", "%FF": "not UTF-8", "%ED%A0%80": "a surrogate"}
WRONG = {
    "limit": ["0", "101", "-1", "1.5", "%C3%A9", DIGITS, "", "+1", "1e1", "0x1", "%D9%A1", " 1", "1_0"],
    "v": ["-1", "1.5", "%C3%A9", DIGITS, "", "1" + "0" * 16],
    "count": ["1", "True", "", "nej"],
    "cursor": ["", "x", "x~y", "~", "%C3%A9", DIGITS, "W10~W10", "%5B" * 300],
    "order": ["", "-", "title;--", "published_at", "-title"],
    "view": ["", "whole"],
    "from": ["", "mine"],
    "type": ["", "Page", "artikel", "page,article"],
    "fields": ["", ",", "id,", "nonsens", "id;title", "_state"],
    "include": ["", "all", "site,", "site,site,x"],
    "parent": ["", "1", "x", "{00000000-0000-0000-0000-000000000000}", DIGITS, "0" * 32, "urn:uuid:" + "0" * 32],
    "published_from": [
        "", "x", "2026", "2026-13-01", "2026-02-30", "2026-05-01T12:00:00", "0001-01-01", "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00%2B14:00", "2026-05-01T25:00:00Z", "2026-05-01T12:00:00%2B99:99", "-1", DIGITS, "%C3%A9",
    ],
    "tag": [""],
    "language": [""],
    "path": ["", "om-oss", "https://www.example.se/"],
    "token": [""],
    "kind": ["", "club"],
    "area": [""],
    "q": ["", "%20", "-", "*", "%22%22", "%26%7C!", "a" * 201, "%20".join("abcdefghijklm")],
}  # fmt: skip
WRONG["under"] = WRONG["parent"]
WRONG["published_before"] = WRONG["updated_after"] = WRONG["published_from"]
WRONG["since"] = WRONG["cursor"]
# Where a parameter takes other values than elsewhere under the same name.
OWN = {("units", "parent"): [""], ("changes", "limit"): ["501" if text == "101" else text for text in WRONG["limit"]]}
ODD = [
    "'", '"', "\\", "%", "%25", "%27%20OR%201=1--", "{{7*7}}", "%0A", "%0D%0AX:%201", "*", "..", "%F0%9F%8C%B9",
    "%E2%80%8F", "%C4%B1", "%EF%BF%BE", "(((" * 50, "%5B" * 200, "null", "true", "-0", "1e400", "NaN",
]  # fmt: skip


def raw(api: Api, path: str, query: dict[str, str], more: str) -> object:
    """Ask with a query part that is on the wire exactly as written."""
    pairs = [f"{name}={quote(value)}" for name, value in query.items()]
    response = api.client.get(api.address(path), QUERY_STRING="&".join([*pairs, more]))
    assert response.status_code < 500, (path, more[:100], response.content[:300])
    return response


@pytest.fixture(params=ENDPOINTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_parameter_has_wrong_values_in_the_table() -> None:
    assert {parameter for _, parameter in PAIRS} == WRONG.keys()


@pytest.mark.parametrize(("name", "parameter"), PAIRS)
def test_a_wrong_value_is_refused_by_name(api: Api, world: World, name: str, parameter: str) -> None:
    path, query = sample(world, name)
    query.pop(parameter, None)
    for wrong in [*OWN.get((name, parameter), WRONG[parameter]), *ALWAYS_WRONG]:
        response = raw(api, path, query, f"{parameter}={wrong}")
        assert response.status_code == 400, (wrong[:50], response.status_code)
        assert len(response.content) < 3000
        problem(response, parameter)
    valid = {"limit": "1", "v": "0", "count": "true"}.get(parameter, "x")
    problem(raw(api, path, query, f"{parameter}={valid}&{parameter}={valid}"), parameter)


@pytest.mark.parametrize(("name", "parameter"), PAIRS)
def test_odd_values_are_answered(api: Api, world: World, name: str, parameter: str) -> None:
    path, query = sample(world, name)
    query.pop(parameter, None)
    for odd in ODD:
        response = raw(api, path, query, f"{parameter}={odd}")
        assert response.status_code in (200, 400, 404), (odd, response.status_code)


def test_an_unknown_parameter_is_refused_by_name(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    for unknown in ("nope", "Limit", "limit[]", "offset", "search", "format", "_", "%C3%A5"):
        response = raw(api, path, query, f"{unknown}=1")
        assert response.status_code == 400, unknown
        told = problem(response)["errors"]
        assert all(known in str(told) for known in DECLARED[name]), "it names what exists"
    problem(raw(api, path, query, "=1"), "")
    for many in ("x" * 5000 + "=1", "&".join(f"x{n}=1" for n in range(2000)), "&".join(["a"] * 20_000), "%FF=1"):
        response = raw(api, path, query, many)
        assert response.status_code == 400
        problem(response)
        assert len(response.content) < 10_000


@pytest.mark.parametrize("name", OF_A_SITE)
def test_an_unknown_site_is_not_found(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    never = raw(api, path.replace("vantor", "lund", 1), query, "").content
    assert b"not-found" in never
    for slug in (
        "VANTOR",
        "v%C3%A5ntor",
        "%00",
        "a%00b",
        "%FF",
        "%ED%A0%80",
        LONG,
        DIGITS,
        ".",
        "..",
        "%27",
        "*",
    ):
        response = raw(api, path.replace("vantor", slug, 1), query, "")
        assert (response.status_code, response.content) == (404, never), slug
        problem(response)


@pytest.mark.parametrize("path", ["sites/vantor/pages/{}/", "sites/vantor/images/{}/", "organisation/units/{}/"])
def test_an_impossible_id_is_as_good_as_one_that_never_was(api: Api, path: str) -> None:
    never = raw(api, path.format("00000000-0000-0000-0000-000000000000"), {}, "").content
    for wrong in ("x", "1", DIGITS, LONG, "%00", "%FF", "%C3%A9", "0" * 32, "{0}", "%2E%2E", "null", "*", "%0A"):
        response = raw(api, path.format(wrong), {}, "")
        assert (response.status_code, response.content) == (404, never), wrong
        problem(response)


def test_one_spelling_of_an_id(api: Api, world: World) -> None:
    """Another would be another address of the same thing, which no cache tag reaches."""
    path, _ = sample(world, "page")
    identity = path.split("/")[-2]
    for spelling in (identity.upper(), identity.replace("-", ""), "{" + identity + "}", f"urn:uuid:{identity}"):
        api.get(path.replace(identity, spelling), 404)


@pytest.mark.parametrize("name", LISTS)
def test_the_edges_of_limit(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    Redirect.objects.create(frontend=world.vantor.frontend, path="/skylt/", url="https://www.example.se/")
    assert len(api.json(path, limit="1", **query)["results"]) == 1
    api.get(path, limit="100", **query)


def test_a_long_path_is_no_trouble(api: Api) -> None:
    for path in ("/" + "a" * 1999, "/" + "a/" * 999, "/" + "å" * 1999, "/" + "%C3%A5" * 300):
        problem(api.get("sites/vantor/resolve/", 404, path=path))
    problem(api.get("sites/vantor/resolve/", 400, path="/" + LONG), "path")


def test_all_that_is_wrong_is_told_at_once(api: Api) -> None:
    problem(
        api.get("sites/vantor/pages/", 400, limit="0", order="x", nope="1", view="x"), "limit", "order", "nope", "view"
    )


def test_a_required_parameter_is_asked_for(api: Api) -> None:
    problem(api.get("sites/vantor/resolve/", 400), "path")
    problem(api.get("sites/vantor/preview/", 400), "token")
