"""The resolvers that come with the program."""

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.resolve.gazetteer import open_gazetteer
from ceasewatch.resolve.parties import PartyResolver
from ceasewatch.resolve.places import PlaceResolver
from ceasewatch.resolve.resolver import Resolver


def resolvers(ceasefire: Ceasefire | None) -> tuple[Resolver, ...]:
    """Return the resolvers in the order in which they are asked; the same with and without a ceasefire.

    Raises:
        DataMissing: the index of the world's places cannot be made or opened.
    """
    return (PlaceResolver(ceasefire, open_gazetteer()), PartyResolver(ceasefire))
