"""Answers that belong to no page: security headers, error pages, robots.txt, former addresses.

Imports nothing of the portal. Enter at `middleware` (what every answer carries), `views` (robots, errors, the language
of `/`), `same_origin` (forms of readers), `addresses` (what is not found outside the languages) and `redirects`
(former addresses, one by one or as a family).
"""
