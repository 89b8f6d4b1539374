"""Pictures and documents: their models, the checks of uploads, the sizes readers get, the text of PDFs.

Imports `languages`. Enter at `models` (PortalImage, PortalDocument), `uploads` (what a file goes through when it is
uploaded), `in_use` (what readers see, and who may change it), `former_files` (what another file has replaced),
`renditions` (made by the worker, not while a reader waits) and `pdf_text` (read in a process of its own).
"""
