"""Answers that belong to no page: security headers, error pages, robots.txt, security.txt, former addresses.

Imports `core`. Enter at `middleware` (what every answer carries), `views` (robots, errors, the language of `/`),
`addresses` (what is not found outside the languages) and `redirects` (former addresses, one by one or as a family).
"""
