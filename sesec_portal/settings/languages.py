"""The portal's languages and its clock."""

from .paths import ROOT

# The first language is the one in which facts are kept; see docs/decisions/0001-facts-have-one-home.md.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "中文")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
# The portal’s own Chinese comes before what it lends to Django, Wagtail and the other apps; see CONTRIBUTING.md.
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale_of_libraries"]
FORMAT_MODULE_PATH = ["sesec_portal.languages.formats"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
