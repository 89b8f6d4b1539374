"""Addresses: the login, the admin, files and machines' pages stand outside the languages; everything else inside."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from sesec_portal.accounts.page_passwords import documents_password, page_password
from sesec_portal.accounts.views import to_login
from sesec_portal.core.page_views import PageCreateView, PageEditView
from sesec_portal.core.routing import serve as serve_page
from sesec_portal.draft_links.views import draft
from sesec_portal.home import calendars
from sesec_portal.home.contact_form import views as contact_form
from sesec_portal.home.feeds import changes, feed
from sesec_portal.home.follow import follow
from sesec_portal.home.open_data import catalog, metadata, open_data, register
from sesec_portal.home.page_tree import sitemap_page
from sesec_portal.home.security_txt import security_txt
from sesec_portal.home.sitemap import SITEMAPS, sitemap_index
from sesec_portal.media.views import document, picture
from sesec_portal.search.views import search
from sesec_portal.share_images.views import share_image
from sesec_portal.web.caching import for_programs
from sesec_portal.web.same_origin import same_origin_forms
from sesec_portal.web.views import favicon, first_language, robots

# As Wagtail wraps each view of its admin.
add_page, edit_page = (
    never_cache(wagtailadmin_urls.display_custom_404(require_admin_access(view.as_view())))
    for view in (PageCreateView, PageEditView)
)
handler500 = "sesec_portal.web.views.server_error"
urlpatterns = [
    path("", first_language),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt),
    path("favicon.ico", favicon),
    path("sitemap.xml", for_programs(sitemap_index), name="sitemap"),
    path("sitemap-<section>.xml", for_programs(sitemap), {"sitemaps": SITEMAPS}, name="sitemap-file"),
    # How people abbreviate the address of the Chinese pages.
    re_path(r"^(?:zh|zh-cn|cn)/(?P<rest>.*)$", RedirectView.as_view(url="/zh-hans/%(rest)s", permanent=True)),
    path("account/", include("sesec_portal.accounts.urls")),
    path("admin/login/", to_login),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="password_reset")),
    path("admin/password_reset/done/", RedirectView.as_view(pattern_name="password_reset_done")),
    path("admin/password_reset/complete/", RedirectView.as_view(pattern_name="password_reset_complete")),
    path("admin/password_reset/confirm/<uidb64>/<token>/", RedirectView.as_view(pattern_name="password_reset_confirm")),
    # Before Wagtail's own views, whose names lead to the same addresses; its own come before those of hooks.
    path("admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/", add_page),
    path("admin/pages/<int:page_id>/edit/", edit_page),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/authenticate_with_password/<int:restriction_id>/", documents_password),
    # Before Wagtail's own view, whose name leads to the same address.
    re_path(r"^documents/(\d+)/(.*)$", document),
    path("documents/", include(wagtaildocs_urls)),
    path("draft/<str:token>/", same_origin_forms(draft), name="draft"),
    path("media/images/<path:path>", picture),
    path("media/share/<path:path>", share_image),
    *i18n_patterns(
        path("_util/login/", to_login),
        path("contact/write/", contact_form.write, name="contact-write"),
        path("contact/write/copy/", contact_form.copy, name="contact-copy"),
        path("contact/write/sent/", contact_form.sent, name="contact-sent"),
        path("contact/write/copied/", contact_form.copied, name="contact-copied"),
        path("search/", search, name="search"),
        path("sitemap/", sitemap_page, name="sitemap-page"),
        path("open-data/", open_data, name="open-data"),
        path("open-data/catalog.jsonld", catalog, name="open-data-catalog"),
        path("follow/", follow, name="follow"),
        path("changes/", changes, name="changes"),
        path("feeds/<slug:name>.atom", feed, name="feed"),
        path("calendar.ics", calendars.everything, name="calendar"),
        re_path(r"^(?P<path>(?:[\w-]+/)+)(?P<name>[\w-]+)\.ics$", calendars.of_page),
        re_path(r"^(?P<path>(?:[\w-]+/)+)(?P<name>[\w-]+)\.csv-metadata\.json$", metadata),
        re_path(r"^(?P<path>(?:[\w-]+/)+)(?P<name>[\w-]+)\.(?P<suffix>csv|json|xlsx)$", register, name="register"),
        path("_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/", page_password),
        re_path(wagtail_urls.serve_pattern, serve_page),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]
