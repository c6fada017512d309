"""add_site: one site, or a whole organisation from a file, in which a faulty line stops nothing else."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.sites.models import Frontend, FrontendToken, hash_token
from organisation.models import Unit

pytestmark = pytest.mark.django_db
HEAD = "name,kind,parent,slug,domain,area\n"
SHEET = (
    HEAD + "Föreningen Nyby,branch,ost,nyby,nyby.example.se,1780\n"  # before its own district
    "Förbundet,national,,riks,www.example.se,\n"
    "Distriktet Öst,district,riks,ost,ost.example.se,17\n"
)


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("add_site", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def write(tmp_path: Path):  # type: ignore[no-untyped-def]
    def written(text: str) -> str:
        path = tmp_path / "sites.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_one_site_and_its_token() -> None:
    said, _ = run("riks", "--name", "Förbundet", "--kind", "national", "--domain", "www.example.se")
    token = said.split()[-1]
    assert FrontendToken.objects.get(token_hash=hash_token(token)).frontend.slug == "riks"
    said, _ = run("riks", "--name", "Förbundet", "--kind", "national", "--domain", "www.example.se")
    assert said == "riks: stands already, nothing is changed\n"


def test_a_dry_run_makes_nothing() -> None:
    said, _ = run("riks", "--name", "Förbundet", "--kind", "national", "--domain", "www.example.se", "--dry-run")
    assert (said, Frontend.objects.count(), Unit.objects.count()) == ("riks: would be made\n", 0, 0)


def test_what_is_wrong_names_the_option() -> None:
    with pytest.raises(CommandError, match="--parent: "):
        run("nyby", "--name", "Nyby", "--kind", "branch", "--domain", "nyby.example.se", "--parent", "ost")
    with pytest.raises(CommandError, match="missing: name, kind, domain"):
        run("nyby")


def test_a_whole_organisation_parents_first(write) -> None:  # type: ignore[no-untyped-def]
    path = write(SHEET)
    said, _ = run("--from-csv", path, "--dry-run")
    assert (said, Frontend.objects.count()) == (
        "Nothing is changed. 3 lines: 3 new, 0 standing already, 0 faulty\n",
        0,
    )
    said, _ = run("--from-csv", path)
    assert said == "3 lines: 3 new, 0 standing already, 0 faulty\n"
    assert Unit.objects.get(slug="nyby").parent.slug == "ost"
    said, _ = run("--from-csv", path)
    assert said == "3 lines: 0 new, 3 standing already, 0 faulty\n"


def test_a_faulty_line_is_named_and_stops_nothing_else(write) -> None:  # type: ignore[no-untyped-def]
    faults = (
        "Föreningen Väst,branch,vast,vast,vast.example.se,\n"  # line 5: no such parent
        "Föreningen Nyby igen,branch,ost,nyby,nyby2.example.se,\n"  # line 6: the slug of line 2
        "för få,branch\n"  # line 7
        "Föreningen Sista,branch,ost,sista,sista.example.se,\n"
    )
    path = write(SHEET + faults)
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="3 lines are faulty"):
        call_command("add_site", "--from-csv", path, stdout=out, stderr=err)
    assert "7 lines: 4 new, 0 standing already, 3 faulty" in out.getvalue()
    lines = sorted(line for line in err.getvalue().splitlines() if line)
    assert [line.split(":")[0] for line in lines] == ["line 5, parent", "line 6, slug", "line 7, line"]
    assert set(Frontend.objects.values_list("slug", flat=True)) == {"riks", "ost", "nyby", "sista"}


def test_tokens_go_into_a_file_that_only_its_owner_reads(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    tokens = tmp_path / "tokens.csv"
    tokens.touch(mode=0o644)
    run("--from-csv", write(SHEET), "--tokens", str(tokens))
    lines = dict(line.split(",") for line in tokens.read_text().splitlines())
    assert lines.keys() == {"riks", "ost", "nyby"}
    assert tokens.stat().st_mode & 0o077 == 0
    assert FrontendToken.objects.filter(token_hash=hash_token(lines["nyby"])).exists()


@pytest.mark.parametrize(
    "text",
    ["", "name,kind\nX,branch\n", HEAD.replace("area", "areas"), HEAD + '"never ended,branch\n'],
)
def test_another_file_is_refused_whole(write, text: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CommandError):
        run("--from-csv", write(text))
    assert not Frontend.objects.exists()


def test_a_spreadsheets_semicolons_and_byte_order_mark_are_read(write) -> None:  # type: ignore[no-untyped-def]
    said, _ = run("--from-csv", write("\ufeff" + SHEET.replace(",", ";")))
    assert said.startswith("3 lines: 3 new")
