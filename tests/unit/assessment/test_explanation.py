from headwater.assessment.explanation import Walks, explain


def walks(cites, taken=(), doubtful=None, by_text=()):
    names = {n for pair in cites.items() for n in (pair[0], *pair[1])} | set(doubtful or {})
    names |= {n for up in (doubtful or {}).values() for n in up}
    return Walks(
        names={n: n.upper() for n in names},
        cites=cites,
        taken=set(taken),
        doubtful=doubtful or {},
        by_text=set(by_text),
    )


def told(given, *, articles=1, outlets=1, lumps=(), unsure=()):
    return explain(given, articles=articles, outlets=outlets, lumps=lumps, unsure=unsure)


def test_the_first_step_says_how_many_tell_it():
    """One article tells, two tell; one outlet, two outlets."""
    assert told(walks({})) == ("1 article of 1 outlet tells it",)
    assert told(walks({}), articles=3, outlets=2) == ("3 articles of 2 outlets tell it",)


def test_everybody_relied_on_has_one_step_with_all_who_rely_on_it():
    """ "A and B have it from W": joined, in order, four named and the rest counted."""
    assert told(walks({"b": {"w"}, "a": {"w"}, "w": set()}))[1:] == ("A and B have it from W",)
    assert told(walks({"a": {"w"}}))[1:] == ("A has it from W",)
    many = {letter: {"w"} for letter in "abcdef"}
    assert told(walks(many))[1:] == ("A, B, C, D and 2 others have it from W",)
    assert told(walks({letter: {"w"} for letter in "abcde"}))[1:] == (
        "A, B, C, D and 1 other have it from W",
    )


def test_a_step_no_words_show_is_told_as_such():
    """What was taken so that nobody is counted twice is not told as hearsay."""
    assert told(walks({"a": {"b"}}, taken=[("a", "b")]))[1:] == (
        "A may be B: not counted apart",
    )


def test_a_text_that_is_anothers_is_told_as_that_and_not_as_hearsay():
    """ "Two officials have it from the Gazette" would say that the officials read it there."""
    assert told(walks({"a": {"b"}}, by_text=[("a", "b")]))[1:] == (
        "A: the text is that of B, which tells this too, so not counted apart",
    )


def test_a_doubtful_upstream_is_named():
    """Settled, it says why it is not counted apart; open, that nobody says."""
    open_ = told(walks({"a": set()}, doubtful={"a": {"u", "v"}}))
    assert open_[1:] == ("A draws on U and V, and does not say whether for this",)
    settled = told(walks({"a": {"u"}}, taken=[("a", "u")], doubtful={"a": {"u"}}))
    assert settled[1:] == (
        "A: told where the text draws on U, which tells this too, so not counted apart",
    )


def test_only_lumps_of_several_are_told():
    """Origins that may be one are named together; an origin by itself needs no word."""
    steps = told(walks({}), lumps=[["X"], ["Y", "Z"]])
    assert steps[1:] == (
        "Y and Z are not counted apart: nothing shows that they are independent",
    )


def test_own_words_are_named_last_and_each_step_stands_once():
    """Who says so on its own word raises the upper bound alone; a step is not repeated."""
    steps = told(walks({}), unsure=["B", "A", "B"])
    assert [s.split(" says")[0] for s in steps[1:]] == ["A", "B"]
    assert steps[1].endswith("so only the upper bound rises")
