from benchmarks.rooms import _DOORS, ROOMS


def test_every_door_that_is_clocked_is_there():
    """A door that was moved would leave its room without time, or stop the benchmark."""
    assert set(ROOMS) >= set(_DOORS)
    for doors in _DOORS.values():
        assert all(callable(getattr(owner, name)) for owner, name in doors)
