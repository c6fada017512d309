"""The OpenAPI document is made from the views' own declarations: parameters, shape, problems."""

from typing import Any

from drf_spectacular.openapi import AutoSchema

from api.errors import TITLES
from api.parameters import VERSION


class DeclaredSchema(AutoSchema):
    """Reads what a PublicView declares."""

    def get_override_parameters(self) -> list[Any]:
        return []

    def _get_parameters(self) -> list[dict[str, Any]]:
        names = [name for name in ("site", "id", "slug") if "{" + name + "}" in self.path]
        return [_path(name) for name in names] + [_query(p) for p in (*self.view.parameters, VERSION)]

    def get_request_serializer(self) -> None:
        return None

    def get_operation_id(self) -> str:
        return type(self.view).__name__.removesuffix("View")

    def get_summary(self) -> str:
        return str(self.view.summary)

    def get_tags(self) -> list[str]:
        return ["site" if "{site}" in self.path else "all sites"]

    def _get_response_bodies(self, direction: str = "response") -> dict[str, Any]:
        from api.shapes import Problem

        found = self._get_response_for_code(self.view.shape, "200", [self.view.content_type])
        responses = {"200": found | {"description": "Here it is."}, "304": {"description": "You have it already."}}
        for status in self.view.problems:
            problem = self._get_response_for_code(Problem, str(status), ["application/problem+json"])
            responses[str(status)] = problem | {"description": TITLES[status]}
        return responses


def _path(name: str) -> dict[str, Any]:
    schema = (
        {"type": "string", "format": "uuid"} if name == "id" else {"type": "string", "pattern": "^[a-z0-9-]{1,60}$"}
    )
    return {"in": "path", "name": name, "required": True, "schema": schema}


def _query(parameter: Any) -> dict[str, Any]:
    schema = dict(parameter.schema)
    if schema.get("type") == "string" and "enum" not in schema:
        schema["maxLength"] = parameter.longest
    shown = {"in": "query", "name": parameter.name, "schema": schema, "description": parameter.about}
    return shown | ({"required": True} if parameter.required else {})
