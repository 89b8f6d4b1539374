"""A page out of the page cache against a bare Django view that returns the same bytes, under the same server."""

from bench.asking import Reader
from bench.load import ENCODINGS, compare
from bench.servers import serving

from . import Figure, rates, ratio

PAGE = "/en/"


def measure(stage, effort):
    with serving(stage.small) as (portal, _):
        body = Reader(portal, Accept_Encoding=ENCODINGS).get(PAGE)[2]
        bare = {**stage.small, "BARE_BODY": stage.keep("body", body)}
        with serving(bare, application="bench.bare", ready="/") as (view, _):
            found = compare(
                {"cached page": portal + PAGE, "bare view": f"{view}/"}, seconds=effort.seconds, rounds=effort.rounds
            )
    behind = {**rates(found), "bytes": len(body)}
    figure = ratio(found["cached page"]["rps"] / found["bare view"]["rps"])
    yield Figure("cached", "cached page ÷ bare Django view, requests a second", figure, "≥ 1.5", behind)
