"""The organisation on the wire, one noun a file."""

from organisation.shapes.unit import UnitContent, UnitRef, areas, content, reference

__all__ = ["UnitContent", "UnitRef", "areas", "content", "reference"]
