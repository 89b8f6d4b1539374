"""A cached page through nginx, as deploy/ configures it, against the same bytes as a static file in the same nginx."""

from bench.asking import Reader
from bench.load import ENCODINGS, compare
from bench.servers import free_port, nginx, serving

from . import Figure, rates, ratio

PAGE = "/en/"
_STATIC = """
server {{
    listen 127.0.0.1:{port};
    access_log /dev/stdout portal;
    root {folder};
    default_type "text/html; charset=utf-8";
    add_header Content-Encoding br;
}}
"""


def measure(stage, effort):
    with serving(stage.small) as (portal, _):
        body = Reader(portal, Accept_Encoding=ENCODINGS).get(PAGE)[2]
        file = stage.keep("page", body)
        port = free_port()
        more = _STATIC.format(port=port, folder=stage.folder)
        with nginx(portal, media=f"{stage.folder}/media", run=stage.small["RUN_DIR"], more=more) as front:
            targets = {
                "through nginx": front + PAGE,
                "static file": f"http://127.0.0.1:{port}/{file.rpartition('/')[2]}",
            }
            found = compare(targets, seconds=effort.seconds, rounds=effort.rounds)
    ours, static = found["through nginx"], found["static file"]
    behind = {**rates(found), "bytes": len(body)}
    figure = ratio(ours["rps"] / static["rps"])
    yield Figure("proxied", "cached page through nginx ÷ static file, requests a second", figure, "≥ 0.7", behind)
    yield Figure("proxied", "the same, p99 ÷ p99", ratio(ours["p99"] / static["p99"]), "≤ 2", behind)
