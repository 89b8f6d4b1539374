from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "sesec_portal.reviews"
    label = "reviews"
    verbose_name = "SESEC reviews"
    kept_settings = ("reviewsettings",)
    quiet_tables = ("reviews_reviewsettings", "reviews_told")
