"""The publish tables, one noun a file.

Publication, Placement, PlacementTag, Dependency and SearchText are derived and can be rebuilt from the Wagtail tables
at any time; Identity, Change, Counter, PastPath and Touch are durable; Patrol and Beat say how the work goes.
"""

from cms.pipeline.publish.models.change import GONE, Change, Counter, Op, Reason
from cms.pipeline.publish.models.dependency import Dependency, Touch
from cms.pipeline.publish.models.identity import Identity
from cms.pipeline.publish.models.past_path import PastPath
from cms.pipeline.publish.models.patrol import Beat, Patrol
from cms.pipeline.publish.models.placement import Placement, PlacementTag
from cms.pipeline.publish.models.publication import Publication
from cms.pipeline.publish.models.search_text import SearchText

__all__ = [
    "GONE",
    "Beat",
    "Change",
    "Counter",
    "Dependency",
    "Identity",
    "Op",
    "PastPath",
    "Patrol",
    "Placement",
    "PlacementTag",
    "Publication",
    "Reason",
    "SearchText",
    "Touch",
]
