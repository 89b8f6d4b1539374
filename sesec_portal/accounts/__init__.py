"""Who may come in: the login of staff with its second factor, lockout and sessions; the passwords of private pages.

Imports nothing of the portal. Enter at `urls` (the pages of the login, django-allauth's), `sessions` and
`second_factor` (what each request of staff must show), `lockout` (django-axes), `page_passwords` with `rate_limit`
(readers' guesses), `users` and `password_links` (accounts in the admin, and how their owners choose a password), and
`client_address` (who asks).
"""
