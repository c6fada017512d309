"""Our Swedish over Wagtail's: complete, compiled and in force."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import formats, translation
from django.utils.translation.trans_real import DjangoTranslation

from tools import catalogue

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize("po", catalogue.catalogues(), ids=lambda po: po.stem)
def test_the_compiled_catalogue_is_that_of_the_text(po) -> None:
    assert po.with_suffix(".mo").read_bytes() == catalogue.compiled(po), "Run 'make words'."


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_nothing_of_wagtail_or_django_is_without_swedish(domain: str) -> None:
    assert [message.id for _, message in catalogue.missing(domain)] == []


@pytest.mark.parametrize("po", catalogue.catalogues(), ids=lambda po: po.stem)
def test_placeholders_are_those_of_the_original(po) -> None:
    wrong = [(message.id, errors) for message in catalogue.read(po) if (errors := list(message.check()))]
    assert wrong == []


def test_our_words_come_before_those_of_the_packages() -> None:
    """Django keeps a catalogue for each rule of plurals; ours must not end up behind another."""
    in_force = DjangoTranslation("sv")
    for message in catalogue.read(catalogue.OURS / "django.po"):
        if message.id and not message.context:
            said = in_force.gettext(message.id) if isinstance(message.id, str) else in_force.ngettext(*message.id, 2)
            assert said == (message.string if isinstance(message.id, str) else message.string[1])


def test_dates_are_written_as_swedes_do() -> None:
    moment = datetime(2026, 11, 25, 14, 5, tzinfo=STOCKHOLM)
    with translation.override("sv"):
        assert formats.date_format(moment, "DATETIME_FORMAT") == "25 november 2026 kl. 14.05"
        assert formats.date_format(moment) == "25 november 2026"
        assert formats.time_format(moment) == "14.05"
        assert "%m/%d/%Y" not in formats.get_format("DATE_INPUT_FORMATS")


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("Default", "Normalt"),  # how closely the admin's parts stand
        ("Caption", "Tabellens rubrik"),
        ("The minimum number of items is %(min_num)d", "Lägg till fler: det behövs minst %(min_num)d."),
    ],
)
def test_a_word_that_means_something_else_elsewhere_is_right_where_it_stands(english: str, swedish: str) -> None:
    assert DjangoTranslation("sv").gettext(english) == swedish
