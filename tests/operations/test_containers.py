"""The image and the compose file promise what operators read about them, held here without an engine."""

import json
import re
import runpy

import pytest
import yaml
from django.conf import settings

from sesec_portal.operations.heartbeat import PATIENCE
from tests.databases import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
NGINX = (ROOT / "deploy/nginx/portal.conf.template").read_text(encoding="utf-8")
FINAL_STAGE = DOCKERFILE[DOCKERFILE.rindex("FROM ") :]
OURS = {"secrets", "migrate", "web", "worker"}


def test_the_image_runs_as_a_fixed_user_without_root():
    user = re.findall(r"^USER (.+)$", FINAL_STAGE, re.M)[-1]

    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)


def test_the_image_is_installed_from_the_hashes_and_brings_no_compiler():
    assert "--require-hashes" in DOCKERFILE
    assert not re.search(r"gcc|build-essential|-dev\b", DOCKERFILE)
    assert "pip" not in FINAL_STAGE


def test_the_image_starts_its_server_itself_and_asks_after_it_without_other_programs():
    server, check = re.findall(r"CMD (\[.*\])$", FINAL_STAGE, re.M)[::-1]

    assert json.loads(server)[:3] == ["python3", "-m", "deploy.serve"]
    assert json.loads(check)[0] == "python3"
    assert "curl" not in DOCKERFILE


def test_nothing_but_what_is_named_gets_into_the_image():
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith("#")]
    allowed = {line[1:] for line in named if line.startswith("!")}

    assert named[0] == "*"
    assert allowed.isdisjoint({".env", ".git", "var", "tests", "bench"})


def test_every_app_gets_into_the_image():
    allowed = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.M)

    assert {app.partition(".")[0] for app in settings.OWN_APPS} <= set(allowed)


def test_the_image_holds_no_secret():
    for value in re.findall(r"(?:SECRET|PASSWORD|KEY|DSN)\w*=(\S+)", FINAL_STAGE):
        pytest.fail(f"The image would hold {value}.")


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_held(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["logging"]["options"]["max-size"]


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_that_stays_is_asked_after(name):
    of_the_image = name == "web" and "HEALTHCHECK" in FINAL_STAGE
    ends = SERVICES[name]["restart"] == "no"

    assert ends or of_the_image or SERVICES[name]["healthcheck"]["test"]


def test_there_may_be_several_web_servers_and_workers():
    for name in ("web", "worker"):
        assert SERVICES[name]["scale"] >= 1
        assert not {"container_name", "ports"} & set(SERVICES[name])


def test_the_clockwork_is_taken_for_dead_after_the_same_silence_everywhere():
    assert f"< {PATIENCE}" in SERVICES["worker"]["healthcheck"]["test"][-1]


def test_only_the_database_may_do_more_than_a_user_and_only_to_become_one():
    databases = {"db", "db-beside"}
    assert {name for name in SERVICES if "cap_add" in SERVICES[name]} == databases
    assert set(SERVICES["db"]["cap_add"]) <= {"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"}
    assert all("user" in SERVICES[name] for name in SERVICES if name not in OURS | databases)


def test_nothing_but_nginx_has_a_port_and_that_on_this_machine_alone():
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "nginx": ["${LISTEN:-127.0.0.1:8080}:8080"]
    }


def test_database_and_redis_reach_no_other_network():
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["db"]["networks"] == ["inside"]
    assert SERVICES["redis"]["networks"] == ["pages"]
    assert COMPOSE["networks"]["pages"]["internal"] is True
    assert {name for name in SERVICES if "pages" in SERVICES[name]["networks"]} == {"redis", "web", "worker"}


def test_the_database_logs_no_statement_with_what_it_says_of_people():
    start = SERVICES["db"]["entrypoint"][2]

    assert "postgres -c log_min_error_statement=panic -c log_error_verbosity=terse" in start


def test_redis_asks_for_a_password_that_the_first_start_makes():
    assert "requirepass" in SERVICES["redis"]["entrypoint"][-1]
    assert "redis-password" in SERVICES["redis"]["entrypoint"][-1]
    assert SERVICES["redis"]["depends_on"] == {"secrets": {"condition": "service_completed_successfully"}}
    assert SERVICES["web"]["environment"]["REDIS_URL_FILE"] == "/srv/secrets/redis-url"


def test_secrets_come_from_files_that_the_first_start_makes(tmp_path):
    environment = SERVICES["web"]["environment"]
    write = runpy.run_path(str(ROOT / "deploy/own_secrets.py"))["write"]
    write(tmp_path)
    first = {path.name: path.read_text() for path in tmp_path.iterdir()}
    write(tmp_path)

    assert environment["SECRET_KEY_FILE"].removeprefix("/srv/secrets/") in first
    assert environment["DATABASE_URL_FILE"].removeprefix("/srv/secrets/") in first
    assert "SECRET_KEY" not in environment
    assert first == {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert first["database-password"] in first["database-url"]
    assert first["redis-password"] in first["redis-url"]
    assert min(len(set(value)) for value in first.values()) > 20
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_each_service_waits_for_what_it_needs():
    def conditions(service):
        return {other: how["condition"] for other, how in service.get("depends_on", {}).items()}

    waits = {name: conditions(service) for name, service in SERVICES.items()}
    assert waits["db"] == dict.fromkeys(("secrets", "volume"), "service_completed_successfully")
    assert waits["migrate"] == {"db": "service_healthy"}
    assert waits["web"] == waits["worker"]
    assert waits["web"]["migrate"] == "service_completed_successfully"
    assert waits["nginx"] == {"web": "service_healthy"}


def test_what_the_compose_file_asks_for_is_explained_in_the_example():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+):-", (ROOT / "compose.yaml").read_text(encoding="utf-8")))

    assert asked
    assert {name for name in asked if not re.search(rf"^#?{name}=", example, re.M)} == set()


def test_the_programs_for_backups_come_from_the_image_that_serves_the_database():
    server = re.fullmatch(r"\$\{POSTGRES_IMAGE:-(postgres:\d+-\w+)\}", SERVICES["db"]["image"])[1]

    assert re.findall(r"^ARG POSTGRES_IMAGE=(.+)$", DOCKERFILE, re.M) == [server]
    assert "COPY --from=postgres /usr/lib/postgresql/*/bin/pg_dump" in FINAL_STAGE
    assert SERVICES["secrets"]["build"]["args"]["POSTGRES_IMAGE"] == SERVICES["db"]["image"]
    assert SERVICES["volume"]["image"] == SERVICES["db"]["image"]


def test_the_image_is_built_once_and_where_everything_begins():
    assert {name for name, service in SERVICES.items() if "build" in service} == {"secrets"}
    assert not SERVICES["secrets"].get("depends_on")
    assert len({SERVICES[name]["image"] for name in OURS}) == 1


def test_every_image_from_elsewhere_can_be_pinned():
    named = {SERVICES[name]["image"] for name in SERVICES} | set(SERVICES["secrets"]["build"]["args"].values())

    assert all(re.match(r"\$\{[A-Z_]+:-", image) for image in named)
    assert all(re.fullmatch(r"\$\{[A-Z_]+\}( AS \w+)?", base) for base in re.findall(r"^FROM (.+)$", DOCKERFILE, re.M))


def test_nginx_shows_nobody_the_state_the_figures_or_the_uploads():
    closed = re.findall(r"location ~ (\S+) \{\s*return 404;", NGINX)

    def refused(path):
        return any(re.match(pattern, path) for pattern in closed)

    assert all(
        map(
            refused,
            [
                "/readyz",
                "/readyz/staff",
                "/healthz",
                "/metrics",
                "/media/documents/a.pdf",
                "/media/original_images/a.jpg",
            ],
        )
    )
    assert not any(map(refused, ["/livez", "/en/metrics/", "/media/images/a.jpg", "/media/share/en/1.png"]))


def test_nginx_believes_headers_from_the_trusted_proxy_alone():
    believed = re.findall(r"map (\S*\$http_x_(?:forwarded_proto|request_id)) ", NGINX)

    assert believed == ["$proxied$http_x_forwarded_proto", "$proxied$http_x_request_id"]
    assert re.search(r'geo \$realip_remote_addr \$proxied \{\s*default "";\s*\$\{PROXIED_FROM\}\s*\}', NGINX)


def test_nginx_is_told_of_the_trusted_proxies_wherever_its_configuration_is_filled_in():
    start = (ROOT / "deploy/nginx/start").read_text(encoding="utf-8")
    roll = (ROOT / "deploy/roll").read_text(encoding="utf-8")

    assert SERVICES["nginx"]["entrypoint"] == ["sh", "/etc/nginx/templates/start"]
    assert start.index("trusted.envsh") < start.index("exec /docker-entrypoint.sh")
    assert "sh /etc/nginx/templates/start nginx -s reload" in roll
    assert "/docker-entrypoint.sh" not in roll


def test_nginx_logs_neither_addresses_nor_queries_nor_browsers():
    line = NGINX[NGINX.index("log_format") :].partition(";")[0]

    personal = "remote_addr request_uri args query_string remote_user http_user_agent http_referer http_cookie request"
    assert set(re.findall(r"\$(\w+)", line)).isdisjoint(personal.split())
    assert re.search(r"^error_log /dev/stderr crit;", NGINX, re.M)
