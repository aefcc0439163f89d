"""What a case holds of commitments and of what is reported, as far as following them looks at it."""

from headwater.case.following.asking import OF_IDS, Follow, Follower, Read, Select, ids_json
from headwater.case.following.followed import Followed

__all__ = ["OF_IDS", "Follow", "Followed", "Follower", "Read", "Select", "ids_json"]
