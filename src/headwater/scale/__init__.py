"""Many pages on one machine: the pipeline many times over, resumable, in any number of processes."""

from headwater.scale.run import Progress, RunReport, read_pile
from headwater.scale.workers import map_pages

__all__ = ["Progress", "RunReport", "map_pages", "read_pile"]
