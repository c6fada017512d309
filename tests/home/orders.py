"""Orders of a national body, a district and a branch."""

from dataclasses import replace

from home.onboarding import Order

NATIONAL = Order("Förbundet", "national", "riks", "www.example.se")
DISTRICT = Order("Distriktet Öst", "district", "ost", "ost.example.se", parent="riks", area="17")
BRANCH = Order(
    "Föreningen Nyby",
    "branch",
    "nyby",
    "nyby.example.se",
    parent="ost",
    area="1780; Nyby torg",
    editor="nina@example.se",
)


def change(order: Order, **cells: str) -> Order:
    """The same with other cells."""
    return replace(order, **cells)
