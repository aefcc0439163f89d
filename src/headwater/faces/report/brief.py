"""The brief: one HTML file that tells a case and can show every word of it."""

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from headwater.case import Case
from headwater.faces.report.desk import lay_desk
from headwater.faces.report.overview import days, plural

#: What the digit of a claim says, in a few words.
_GRADES: Final = {
    1: "two independent origins and nothing against it",
    2: "the same, but for its numbers",
    3: "one origin",
    4: "two that are contradicted, or one whose numbers differ",
    5: "one that is contradicted",
    6: "nobody was heard on it",
}


def write_brief(case: Case) -> str:
    """Give the brief of a case as one HTML page that needs nothing from anywhere.

    The same case gives the same bytes. What pages say is shown as text, whatever it holds, and
    the page forbids the browser any script but its own and any connection.
    """
    script = _part("brief.js")
    return _template().render(
        desk=lay_desk(case),
        grades=_GRADES,
        manifest=case.manifest(),
        style=_part("brief.css"),
        script=script,
        script_digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("headwater.faces.report", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(days=days, plural=plural)
    return environment.get_template("brief.html.j2")


def _part(name: str) -> str:
    return resources.files("headwater.faces.report").joinpath(name).read_text(encoding="utf-8")
