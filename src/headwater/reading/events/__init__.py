"""Events: who did what to whom, where and when, each tied to the statement that carries it.

The engine says which words report an act and of what type; the rest is grammar. ``trees`` walks
a sentence, ``acts`` chooses the words, each act once (``said``, ``unreal`` and ``chance`` tell what is no act, ``wholes``
what words alone tell the type of), ``participants`` finds who and whom among what the grammar
gives (``frames``, ``verbs``), ``naming`` the actors they are (``pointing`` for pronouns, ``parties`` for those that cannot be the actor, ``named``,
``described``), ``carriers`` which statement carries it, ``asking`` who asks, ``codes`` mode, contexts and CAMEO root, ``whereabouts`` place and time, ``again`` second mentions.
"""

from headwater.reading.events.finding import find_events

__all__ = ["find_events"]
