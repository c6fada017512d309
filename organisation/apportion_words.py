"""Why seats cannot be shared out, in an editor's words."""

from collections.abc import Sequence

from organisation.apportion import Impossible
from organisation.ties import LotsMissing, Rule

WORDS = {
    "no units": "Skriv medlemsantalet för minst en enhet.",
    "no weight": "Ingen av enheterna har några medlemmar, så det finns inget att fördela efter.",
    "no seats": "Antalet ombud måste vara minst 1.",
    "negative weight": "Medlemsantalet kan inte vara mindre än noll: {names}.",
    "negative minimum": "Det minsta antalet kan inte vara mindre än noll.",
    "minimum too high": "Ombuden räcker inte: {count} enheter med minst så många var blir fler än {seats} ombud.",
    "more seats than members": "{seats} ombud är fler än alla {members} medlemmar i enheterna tillsammans.",
}
FIELDS = {
    "no seats": "seats",
    "negative minimum": "minimum",
    "minimum too high": "minimum",
    "more seats than members": "seats",
}
LOTS = "{names} har lika rest. Dra lott mellan dem, och skriv lotterna (1, 2, 3 …) i kolumnen Lott; lägst går före."


def complaint(error: Impossible | LotsMissing, units: Sequence[str], seats: int, members: int) -> str | dict[str, str]:
    """What to tell, and by which field of the form. `units`: the names in the order of the list."""
    names = listed([units[place] for place in error.units])
    if isinstance(error, LotsMissing):
        return LOTS.format(names=names)
    text = WORDS[error.problem].format(names=names, count=len(units), seats=seats, members=members)
    field = FIELDS.get(error.problem)
    return {field: text} if field else text


def listed(names: Sequence[str]) -> str:
    """As a Swede lists them: A, B och C."""
    *most, last = names or [""]
    return f"{', '.join(most)} och {last}" if most else last


RULES = {"listed": "den som står först i listan", "larger": "den som har flest medlemmar", "lot": "lottning"}


def tie_told(units: Sequence[str], seats: int, to: Sequence[str], rule: Rule) -> str:
    """How a tie was decided: who had equal claims, to how much, who got it and why. All by their names."""
    equal = f"{listed(units)} hade lika stor rest, och det fanns {seats} ombud kvar att ge dem."
    if not to:
        return f"{equal} Regeln ({RULES[rule]}) kunde inte skilja dem åt."
    return f"{equal} {listed(to)} fick {'det' if seats == 1 else 'ett var'}. Regel: {RULES[rule]}."
