"""The units that have no site of their own, so that the organisation looks like one."""

from home.provisioning import Area, UnitFacts


def _district(slug: str, place: str, code: str) -> UnitFacts:
    return UnitFacts(
        slug,
        f"Vänsterpartiet {place}",
        "district",
        parent="riks",
        areas=(Area("se-lan", code, place),),
        has_board=True,
        email=f"{slug}@example.se",
    )


def _branch(slug: str, place: str, code: str, has_board: bool) -> UnitFacts:
    return UnitFacts(
        slug,
        f"Vänsterpartiet {place}",
        "branch",
        parent="varmland",
        areas=(Area("se-kommun", code, place),),
        has_board=has_board,
        email=f"{slug}@example.se",
    )


# The other districts send delegates to the congress, so that its 225 seats are shared out over a whole country.
DISTRICTS = (
    _district("uppsala", "Uppsala", "03"),
    _district("ostergotland", "Östergötland", "05"),
    _district("skane", "Skåne", "12"),
    _district("vastra-gotaland", "Västra Götaland", "14"),
    _district("dalarna", "Dalarna", "20"),
    _district("vasterbotten", "Västerbotten", "24"),
    _district("norrbotten", "Norrbotten", "25"),
)

BRANCHES = (
    _branch("hagfors", "Hagfors", "1783", True),
    _branch("saffle", "Säffle", "1785", False),
    _branch("sunne", "Sunne", "1766", False),
    _branch("torsby", "Torsby", "1737", True),
    UnitFacts(
        "farsta",
        "Vänsterpartiet Farsta",
        "branch",
        parent="stockholm",
        areas=(Area("se-kommun", "0180", "Stockholm", partial=True), Area("stadsdel", "", "Farsta")),
        has_board=True,
        email="farsta@example.se",
    ),
)
