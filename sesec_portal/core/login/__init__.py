"""How staff log in: a password, a second factor where one is set up or required, and who has guessed too often."""
