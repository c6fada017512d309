"""The organisation: its units, the areas where they work, and the page that presents one."""

from organisation.models.page import OrganisationPage
from organisation.models.unit import Unit, UnitArea

__all__ = ["OrganisationPage", "Unit", "UnitArea"]
