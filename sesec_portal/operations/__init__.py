"""Running the portal: backup and restore, verification, the worker with its jobs, probes, logs and metrics.

Imports `search` and `share_images`, and what lies below them. Enter at the commands (`backup`, `restore`, `verify`,
`worker`, `nightly`), at `jobs.clock` and `jobs.queue`, at `failing` (what the worker does not get done), at `probes`
(/livez, /readyz, /healthz, /metrics), `access_log` and `logs`, and `error_reports` (Sentry).
"""
