"""A case as files that other programs read."""

from headwater.faces.export.geojson import export_geojson
from headwater.faces.export.graphml import graphml, write_graphml
from headwater.faces.export.jsonl import check_folder, export_jsonl

__all__ = ["check_folder", "export_geojson", "export_jsonl", "graphml", "write_graphml"]
