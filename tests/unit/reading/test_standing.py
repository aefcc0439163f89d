import pytest
from small_article import statements_of

from headwater.model import Standing

_HELD = """
No fewer than nine barges were sunk at the sluice, the warden said.
The warden said that Ostrel had shut the sluice.
The Quill Post reported that Ostrel had shut the sluice.
The sluice was shut by Ostrel, two keepers said.
Ostrel may have shut the sluice, keepers said.
There may be nine barges at the sluice.
Ostrel began to shut the sluice on Monday.
Ostrel appeared to shut the sluice on Monday.
Ostrel is said to have shut the sluice.
The barges are said to be waiting at the sluice.
The miller believes that Ostrel shut the sluice.
The warden called the report that Ostrel had shut the sluice a disgrace.
"""
_DENIED = """
The warden denied that Ostrel had shut the sluice.
The warden denied on Thursday that Ostrel had shut the sluice.
The warden denied Ostrel shut the sluice.
Ostrel denied having shut the sluice.
A keeper said that Ostrel denied shutting the sluice.
The Quill Post reported that the warden denied that Ostrel had shut the sluice.
The warden rejected reports that Ostrel had shut the sluice.
The warden dismissed as false reports that Ostrel had shut the sluice.
The warden disputed the claim that Ostrel shut the sluice.
The warden denied a report by the Quill Post that Ostrel had shut the sluice.
The warden said there was no truth to reports that Ostrel had shut the sluice.
There is no truth to the claim that Ostrel shut the sluice, the warden said.
The warden said it was untrue that Ostrel had shut the sluice.
It is untrue that Ostrel shut the sluice, the warden said.
The warden said it was not true that Ostrel shut the sluice.
Reports that Ostrel shut the sluice are baseless, the warden said.
No sluice was shut by Ostrel, the warden said.
Nobody shut the sluice, the warden said.
Ostrel did not shut the sluice, the warden said.
Ostrel failed to shut the sluice.
Ostrel refused to shut the sluice, the keepers said.
The miller does not believe that Ostrel shut the sluice.
The envoy took no gifts, the warden said.
The warden called the report a lie.
Keepers called the claims nonsense.
The warden branded the report that Ostrel had shut the sluice a lie.
The warden called the report that Ostrel had shut the sluice a lie.
The warden described the claim that Ostrel had shut the sluice as nonsense.
The warden called reports that Ostrel had shut the sluice fabricated.
Ostrel stopped short of shutting the sluice.
Ostrel came close to shutting the sluice.
The crew stopped short of shutting the sluice, the keepers said.
The warden rubbished claims that Ostrel had shut the sluice.
The report is false, the warden said.
The talks did not reach a deal, the warden said.
"""
_AHEAD = """
“We,” the warden said, “will shut the sluice of Sarn on Monday.”
Ostrel threatened to shut the sluice.
Ostrel has threatened to shut the sluice, the keepers said.
Ostrel will shut the sluice on Monday, the keepers said.
Ostrel plans to shut the sluice, the keepers said.
Ostrel could shut the sluice, the keepers said.
Ostrel was asked to shut the sluice.
The warden asked Ostrel to shut the sluice.
Ostrel was ordered to shut the sluice, the warden said.
Ostrel considered shutting the sluice, the keepers said.
Ostrel would shut the sluice if the tolls rose, the keepers said.
The warden warned that Ostrel would shut the sluice.
The warden said that Ostrel would respond to any attack.
The flood could reach the mill, the keepers said.
"""
_RULED_OUT = """
The warden denied that Ostrel had threatened to shut the sluice.
The warden said that it was not true that Ostrel had threatened to shut the sluice.
Ostrel will not shut the sluice, the warden said.
Not one barge will pass the sluice, the warden said.
Ostrel has not been asked to shut the sluice.
"""
_OPEN = """
The warden refused to confirm that Ostrel had shut the sluice.
The warden declined to confirm that Ostrel shut the sluice.
The warden could not confirm that Ostrel had shut the sluice.
The warden was unable to confirm that Ostrel had shut the sluice.
The warden did not deny that Ostrel had shut the sluice.
The warden said it had no evidence that Ostrel had shut the sluice.
The warden questioned whether Ostrel had shut the sluice.
It was unclear whether Ostrel had shut the sluice.
The warden gave no immediate comment.
The warden declined to comment on the meeting.
The warden did not respond to a request for comment.
The warden could not be reached for comment.
The warden was not available for comment.
"""
_MIXED = """
The warden has met the keepers and will shut the sluice.
Ostrel has shut the sluice and will open it in May.
Ostrel will not open the sluice until the dues are paid, the keepers said.
Ostrel would not shut the sluice unless it was attacked, the keepers said.
Ostrel will not shut the sluice without orders from the warden, the keepers said.
"""
_SAID = [
    (standing, sentence)
    for standing, lines in zip(
        (Standing.HELD, Standing.DENIED, Standing.AHEAD, Standing.RULED_OUT, Standing.OPEN),
        (_HELD, _DENIED, _AHEAD, _RULED_OUT, _OPEN),
        strict=True,
    )
    for sentence in lines.strip().splitlines()
]


@pytest.mark.parametrize(("standing", "sentence"), _SAID)
def test_the_innermost_thing_told_stands_as_all_words_over_it_leave_it(standing, sentence):
    """However a sentence is cut into statements, each tells its innermost thing as the whole sentence does."""
    assert {s.standing for s in statements_of(sentence)} == {standing}


@pytest.mark.parametrize("sentence", _MIXED.strip().splitlines())
def test_what_tells_several_things_is_mixed_where_they_stand_differently(sentence):
    """Side by side, one done and one to be done, or not now and then after all; nothing can be said of both at once."""
    assert statements_of(sentence)[0].standing is Standing.MIXED
