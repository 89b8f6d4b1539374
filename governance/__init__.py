"""The Steering Committee: seats and terms of office, meetings, decisions and measures, priorities, succession.

Imports `phases`, `partners` and what lies below. Enter at `models`, `registers` (open data), `feed_entries`,
`succession` (from one phase to the next) and `disagreements` (the report on sources). Of a decision readers get what
its level of disclosure allows.
"""
