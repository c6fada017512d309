"""Where a site stands in the organisation: kind, areas, and the sites of the units above."""

from cms.pipeline.publish.context import RenderContext
from cms.sites.frame import Ancestor, Standing
from cms.sites.models import Frontend
from organisation.models import Unit
from organisation.models.period import today
from organisation.shapes import areas


def standing(frontend: Frontend, context: RenderContext) -> Standing:
    """What the frame says of the unit behind a front end."""
    unit = Unit.objects.filter(frontend=frontend).select_related("parent__frontend").first()
    if unit is None:
        return Standing()
    context.depend("unit", unit.pk)
    if not unit.exists(today()):
        return Standing()
    ancestors = []
    for above in unit.above():
        context.depend("unit", above.pk)
        if above.frontend and above.exists(today()):
            context.depend("frame", above.frontend_id)
            front = above.frontend
            ancestors.append(Ancestor(slug=front.slug, name=front.name, kind=above.kind, url=front.base_url + "/"))
    return Standing(kind=unit.kind, unit=unit.slug, areas=areas(unit), ancestors=ancestors)
