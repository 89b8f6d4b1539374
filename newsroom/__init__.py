"""The newsroom: news, events and publications, each with its date, its topics and the phase of its day.

Imports `standards` (whose lists and filters it uses), `governance`, `phases`, `partners` and what lies below. Enter at
`models` and `topics` (what is about a topic, of whatever kind).
"""
