"""The units that have no site of their own, so that the organisation looks like one."""

from home.provisioning import Area, UnitFacts

STOCKHOLM = UnitFacts(
    "stockholm",
    "Vänsterpartiet Stockholm",
    "district",
    parent="riks",
    areas=(Area("se-kommun", "0180", "Stockholm"),),
    has_board=True,
    email="stockholm@example.se",
)


def _branch(slug: str, place: str, code: str, has_board: bool, phone: str = "") -> UnitFacts:
    return UnitFacts(
        slug,
        f"Vänsterpartiet {place}",
        "branch",
        parent="varmland",
        areas=(Area("se-kommun", code, place),),
        has_board=has_board,
        email=f"{slug}@example.se",
        phone=phone,
    )


BRANCHES = (
    _branch("arvika", "Arvika", "1784", True, "070-174 06 11"),
    _branch("hagfors", "Hagfors", "1783", True),
    _branch("karlstad", "Karlstad", "1780", True, "070-174 06 12"),
    _branch("kristinehamn", "Kristinehamn", "1781", True),
    _branch("saffle", "Säffle", "1785", False),
    _branch("sunne", "Sunne", "1766", False),
    _branch("torsby", "Torsby", "1737", True),
)
