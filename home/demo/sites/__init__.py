"""The demo's sites: what stands on each, from the national body down."""

from home.demo.sites import (
    arvika,
    hagersten,
    karlstad,
    kristinehamn,
    riks,
    skarpnack,
    sodermalm,
    stockholm,
    vantor,
    varmland,
)
from home.demo.words import SiteText

SITES: tuple[SiteText, ...] = (
    riks.SITE,
    varmland.SITE,
    stockholm.SITE,
    vantor.SITE,
    karlstad.SITE,
    arvika.SITE,
    kristinehamn.SITE,
    skarpnack.SITE,
    sodermalm.SITE,
    hagersten.SITE,
)
