"""Settings: `base` is safe to expose; `production` adds TLS; `development` and `test` relax."""
