"""The resolvers that come with the program."""

from functools import lru_cache

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.resolve.gazetteer import open_gazetteer
from ceasewatch.resolve.parties import PartyResolver
from ceasewatch.resolve.places import PlaceResolver
from ceasewatch.resolve.resolver import Resolver


@lru_cache(maxsize=4)
def resolvers(ceasefire: Ceasefire | None) -> tuple[Resolver, ...]:
    """Return the resolvers in the order in which they are asked; made once a process for each ceasefire.

    Raises:
        DataMissing: the index of the world's places cannot be made or opened.
    """
    return (PlaceResolver(ceasefire, open_gazetteer()), PartyResolver(ceasefire))
