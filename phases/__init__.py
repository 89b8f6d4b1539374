"""The dated phases of the project, their terms of reference, their teams, the expert, and the timeline.

Imports `partners` and what lies below. Enter at `models` (PhasePage), `status` (what a phase is on a day), `timeline`
and `registers` (open data). Status, progress and gaps are computed from the dates; nobody types them.
"""
