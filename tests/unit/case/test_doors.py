import subprocess
import sys

import pytest

import headwater.case

_LATER = ("board.boarding", "collecting", "network", "supposing", "timeline")


def test_a_case_is_opened_without_what_only_some_answers_need():
    """To import what makes every answer takes longer than most answers."""
    asked = f"[m for m in {_LATER} if 'headwater.case.' + m in sys.modules]"
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, headwater.case; print({asked})"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout == "[]\n"


@pytest.mark.parametrize("name", headwater.case.__all__)
def test_whatever_the_room_offers_is_there(name):
    """Also what is behind a door."""
    assert getattr(headwater.case, name) is not None
