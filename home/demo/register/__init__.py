"""The registers of the demo's units: who decides, who was elected to what, and how seats are shared out."""

from home.demo.register import national, stockholm, varmland
from home.demo.register.words import RegisterText

REGISTERS: tuple[RegisterText, ...] = (
    national.RIKS,
    varmland.VARMLAND,
    varmland.KARLSTAD,
    varmland.ARVIKA,
    varmland.KRISTINEHAMN,
    *varmland.SMALL,
    stockholm.STOCKHOLM,
    stockholm.VANTOR,
    stockholm.SKARPNACK,
    stockholm.SODERMALM,
    stockholm.HAGERSTEN,
    stockholm.FARSTA,
)
BY_UNIT = {register.unit: register for register in REGISTERS}
