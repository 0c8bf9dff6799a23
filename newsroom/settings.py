"""The one settings file: what differs between installations comes from the environment.

Every variable is read at the top, and nowhere else. A missing or malformed one
stops the start with a sentence that names it (``environment.py``). What becomes of the addresses
of databases, caches and mail servers: ``connections.py``.
"""

import zoneinfo
from datetime import timedelta
from pathlib import Path
from typing import cast
from urllib.parse import urlparse

from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.utils.csp import CSP
from django.utils.functional import lazy
from environs import Env, EnvValidationError

from articles.languages import named_with_language
from articles.text.richtext.embeds import ORIGINS as EMBEDDED
from articles.text.richtext.parts import IN_A_BODY
from newsroom.connections import databases, done_by, kept_in, sent_by, uploads_in
from newsroom.environment import (
    are_digits,
    are_embedded,
    are_kinds_of_change,
    are_networks,
    are_numbers,
    are_web_addresses,
    is_bucket,
    is_class,
    is_contact,
    is_hour,
    is_hub,
    is_mail_address,
    is_mailbox,
    is_pace,
    is_replica,
    is_search_server,
    is_some,
    is_web_address,
    keys_by_site,
    may_have_worker,
)
from newsroom.logs import logged_from

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / "data"
DEMO_DATABASE_URL = f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}"


env = Env(eager=False)
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY")
# Links and sessions that were sealed with these are still taken, for as long as they are named.
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
PORT = env.int("PORT", 8000)
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{PORT}", validate=is_web_address)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", [])
database = env.dj_db_url("DATABASE_URL", DEMO_DATABASE_URL)
# A PostgreSQL that follows that one, for readers' pages; and whether PgBouncer stands before both.
REPLICA_URL = env.str("REPLICA_URL", "", validate=is_replica)
PGBOUNCER = env.bool("PGBOUNCER", False)
cache = env.dj_cache_url("CACHE_URL", "locmem://")
email = env.dj_email_url("EMAIL_URL", "console://")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "newsroom@localhost")
# Governments change the hours; those of the locked package count, not the machine’s older ones.
zoneinfo.reset_tzpath(())
TIME_ZONE = env.str("TIME_ZONE", "Africa/Casablanca")
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
MEDIA_URL = env.str("MEDIA_URL", "/media/")
MEDIA_ROOT = env.path("MEDIA_ROOT", DATA_DIR / "media")
BUCKET_URL = env.str("BUCKET_URL", "", validate=is_bucket)
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
# Whether `prepare` fills an empty newsroom with a demo, where demo accounts may be made.
DEMO = env.bool("DEMO", True)
# Whether background work waits in the database for a process of its own.
WORKER = env.bool("WORKER", False, validate=may_have_worker)
SENTRY_DSN = env.str("SENTRY_DSN", "")
LOG_LEVEL = env.str("LOG_LEVEL", "INFO")
# Whether readers are told that what they read does not follow its original any more.
STALE_TRANSLATION_NOTICE = env.bool("STALE_TRANSLATION_NOTICE", True)
# What editors who may write no corrections may call a change of what readers have.
CHANGES_BY_EDITORS: list[str] = env.list(
    "CHANGES_BY_EDITORS", ["misprint", "update"], validate=are_kinds_of_change
)
# A class that suggests translations, as a dotted path; the rest is what the one we have asks for.
MACHINE_TRANSLATION = env.str("MACHINE_TRANSLATION", "")
MACHINE_TRANSLATION_URL = env.str("MACHINE_TRANSLATION_URL", "")
MACHINE_TRANSLATION_HOSTS: list[str] = env.list("MACHINE_TRANSLATION_HOSTS", [])
MACHINE_TRANSLATION_KEY = env.str("MACHINE_TRANSLATION_KEY", "")
MACHINE_TRANSLATION_SECONDS = env.float("MACHINE_TRANSLATION_SECONDS", 5.0)
WEBSUB_HUB = env.str("WEBSUB_HUB", "", validate=is_hub)
# The sites whose videos and posts may stand in a text; readers load one only when they ask for it.
EMBED_HOSTS: list[str] = env.list("EMBED_HOSTS", list(EMBEDDED), validate=are_embedded)
# Who answers for the site, and where readers write to; shown on its statements.
PUBLISHER = env.str("PUBLISHER", "")
CONTACT = env.str("CONTACT", "", validate=is_contact)
# What the law may ask a publisher to say; the legal notice has those that are set.
PUBLISHER_ADDRESS = env.str("PUBLISHER_ADDRESS", "")
PUBLISHER_REGISTRATION = env.str("PUBLISHER_REGISTRATION", "")
PUBLICATION_DIRECTOR = env.str("PUBLICATION_DIRECTOR", "")
EDITOR_IN_CHARGE = env.str("EDITOR_IN_CHARGE", "")
HOUSED_BY = env.str("HOUSED_BY", "")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
SEARCH_URL = env.str("SEARCH_URL", "", validate=is_search_server)
MAINTENANCE = env.bool("MAINTENANCE", False)
# Whoever debugs wants to see what a template says now.
PAGE_CACHE = env.bool("PAGE_CACHE", not DEBUG)
# Proxies that keep pages, and the class that tells them of changes, as a dotted path.
PURGE_URLS: list[str] = env.list("PURGE_URLS", [], validate=are_web_addresses)
PURGER = env.str("PURGER", "articles.desk.publication.purging.ProxyPurger", validate=is_class)
DIGITS: dict[str, str] = env.dict("DIGITS", {}, validate=are_digits)
# Wrong passwords for one account from one address, and the minutes that none is taken after them.
IMPORT_MEGABYTES = env.int("IMPORT_MEGABYTES", 10, validate=is_some)
# What is read from the web: seconds that a site has; networks that are not public, and may be asked
# all the same; the key of a site (what stands in `Authorization`), by its name.
FETCH_SECONDS = env.int("FETCH_SECONDS", 20, validate=is_some)
FETCH_PRIVATE_NETWORKS: list[str] = env.list("FETCH_PRIVATE_NETWORKS", [], validate=are_numbers)
FETCH_KEYS = keys_by_site(env.str("FETCH_KEYS", "", validate=keys_by_site) or "")
# A mailbox that is read into the inbox, and whose mails are: addresses, or domains (@agence.ma).
MAILBOX_URL = env.str("MAILBOX_URL", "", validate=is_mailbox)
MAILBOX_SENDERS: list[str] = env.list("MAILBOX_SENDERS", [])
MAILS_AN_HOUR = env.int("MAILS_AN_HOUR", 200, validate=is_some)
# News by mail: the hour of the digest; where mails that do not arrive come back to, and are read.
# How many go out in a second at most: pages are no slower meanwhile. 0: as many as go.
MAILS_A_SECOND = env.int("MAILS_A_SECOND", 250, validate=is_pace)
DIGEST_HOUR = env.int("DIGEST_HOUR", 7, validate=is_hour)
BOUNCE_ADDRESS = env.str("BOUNCE_ADDRESS", "", validate=is_mail_address)
BOUNCE_MAILBOX_URL = env.str("BOUNCE_MAILBOX_URL", "", validate=is_mailbox)
SIGN_IN_TRIES = env.int("SIGN_IN_TRIES", 5, validate=is_some)
SIGN_IN_PAUSE = env.int("SIGN_IN_PAUSE", 15, validate=is_some)
# Whose word on where a request is from counts: gunicorn asks the same.
FORWARDED_ALLOW_IPS: list[str] = env.list(
    "FORWARDED_ALLOW_IPS", ["127.0.0.1", "::1"], validate=are_networks
)

try:
    env.seal()
except EnvValidationError as invalid:
    reasons_by_name = cast("dict[str, list[str]]", invalid.error_messages)
    raise ImproperlyConfigured(
        "Check the environment. "
        + " ".join(f"{name}: {' '.join(reasons)}" for name, reasons in reasons_by_name.items())
    ) from None

SITE_URL = SITE_URL.rstrip("/")
site = urlparse(SITE_URL)
BEHIND_TLS = site.scheme == "https"
ALLOWED_HOSTS = ALLOWED_HOSTS or [site.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "modeltranslation",
    "taggit",
    "articles",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "axes",
    *(["django_tasks_db"] if WORKER else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before all that compress, or send and keep what is compressed.
    "articles.middleware.AcceptedCodingsMiddleware",
    # Before the policy, which is of pages: stylesheets, scripts, typefaces are sent without it.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "articles.middleware.MaintenanceMiddleware",
    "articles.middleware.NewsroomMiddleware",
    "articles.views.proxies.ProxyMiddleware",
    "articles.views.page_cache.PageCacheMiddleware",
    "articles.views.replica.ReplicaMiddleware",
    "articles.middleware.CompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "articles.middleware.EditionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "articles.middleware.FormBoundsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.middleware.AdminLanguageMiddleware",
    "articles.middleware.WayBackMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.admin.editing.refused_forms.RefusedFormMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "articles.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "admin:login"
PASSWORD_RESET_TIMEOUT = 2 * 3600
# Wrong passwords are counted in the database, for all processes (articles/desk/sign_ins/tries.py).
AXES_HANDLER = "articles.desk.sign_ins.tries.TriesHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = SIGN_IN_TRIES
AXES_COOLOFF_TIME = timedelta(minutes=SIGN_IN_PAUSE)
# Whoever goes on guessing does not keep the account shut.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "articles.desk.sign_ins.addresses.counted_address"
AXES_LOCKOUT_CALLABLE = "articles.admin.sign_ins.forms.told_to_wait"
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context.site",
            ],
        },
    },
]

FORM_RENDERER = "newsroom.form_renderer.QuickRenderer"

# Databases: SQLite until DATABASE_URL says otherwise; both get the settings a live site needs.

DATABASES = databases(database, REPLICA_URL, pgbouncer=PGBOUNCER)
DATABASE_ROUTERS = ["articles.models.replica.ReplicaRouter"] if REPLICA_URL else []
# The database that `make run` makes for itself: only there, demo accounts may exist.
DEMO_DATABASE = DATABASES["default"]["NAME"] == str(DATA_DIR / "newsroom.sqlite3")
# Pages are kept beside the rest, by number: in the memory of a process they take some 20 MB.
CACHES = kept_in(cache)
# How long caches may keep what readers were given; what the desk is told of readers goes by it.
KEPT_BY_CACHES = timedelta(seconds=60)

# Languages: a further one is one line here, and `manage.py makemigrations` (docs/languages.md).

LANGUAGES = [
    ("fr", "Français"),
    ("ar", "العربية"),
]
# CLDR locales, where another than the code says: the Moroccan press writes يوليوز where Django's
# Arabic says يوليو.
LOCALES = {"fr": "fr_MA", "ar": "ar_MA"}
# How a language says the first of a month where CLDR says « 1 »: French has « 1er » there alone.
FIRST_OF_MONTH = {"fr": "1er"}
# How a language joins « heure de » and the name of a city, which CLDR leaves apart.
CONTRACTIONS = {
    "fr": [
        (r"\b([Hh]eure) de UTC\b", r"\1 UTC, temps universel"),
        (r"\b([Hh]eure) de Le ", r"\1 du "),
        (r"\b([Hh]eure) de (?:Les |(?=Açores|Îles ))", r"\1 des "),
        (r"\b([Hh]eure) de (?=[AEIOUÀÂÉÈÊÎÔŒ])", r"\1 d’"),
    ],
    "ar": [("بتوقيت UTC", "بالتوقيت العالمي UTC")],
}
LANGUAGE_CODE = "fr"
if strangers := set(DIGITS) - {code for code, _ in LANGUAGES}:
    raise ImproperlyConfigured(
        f"Check the environment. DIGITS: no language {', '.join(sorted(strangers))} here."
    )
LANGUAGE_COOKIE_PATH = "/admin/"
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale/libraries"]
# Dates in the forms and lists of the desk, where Django's own formats are not the press's.
FORMAT_MODULE_PATH = "newsroom.formats"
USE_TZ = True
# One language's text is never shown as the other's.
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = named_with_language

TAGGIT_CASE_INSENSITIVE = True

# Files

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": uploads_in(BUCKET_URL),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.static_files.JoinedStylesheetStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
# What a form of the desk may have; everybody else is held to less (articles/middleware.py).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
# A thousand files of a form are one open file, and none of them is in memory.
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "articles.uploads.OneFileUploadHandler",
]
# While debugging, too, pages show the pictures: placeholders would need addresses of their own.
PICTURES = {"USE_PLACEHOLDERS": False}

# What takes longer than a reader waits is done in threads of their own: a mail server that says
# nothing keeps no picture waiting. What a stopped process leaves undone, `make_renditions`
# finishes, and another process (newsroom/rounds.py).
TASKS = {
    name: done_by(worker=WORKER) for name in ("default", "mail", "index", "hub", "feeds", "files")
}

# Mail

MAILERS = {"default": sent_by(email)}

# Security: strict everywhere, TLS where the site's own address has it.

# Uploads may be served by another host.
media = urlparse(MEDIA_URL)
MEDIA_ORIGIN = [f"{media.scheme}://{media.netloc}"] if media.netloc else []
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    # The hash is that of the rich text editor's own style element, which takes no nonce.
    "style-src": [
        CSP.SELF,
        CSP.NONCE,
        "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='",
    ],
    "img-src": [CSP.SELF, "data:", *MEDIA_ORIGIN],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [EMBEDDED[host] for host in EMBED_HOSTS] or [CSP.NONE],
    "manifest-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
CSRF_FAILURE_VIEW = "articles.admin.editing.expired_forms.form_refused"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_TLS
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Logs: one JSON object per line for machines, plain lines while developing.

LOGGING = logged_from(LOG_LEVEL, for_people=DEBUG)

if SENTRY_DSN:
    import sentry_sdk

    sentry_sdk.init(dsn=SENTRY_DSN, send_default_pii=False)

# What a text may have beside what the editor's library knows: its scripts, and what they write.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [lazy(static, str)(f"admin-newsroom/{script}.js")], "extensions": {name: rule}}
    for name, (script, rule) in IN_A_BODY.items()
]
DJANGO_PROSE_EDITOR_MENU_GROUPS = [
    {"group": "blockType -lists", "type": "dropdown", "minItems": 2},
    {"group": "lists"},
    {"group": "nodes -blockType -lists"},
    {"group": "marks"},
    {"group": "link"},
    {"group": "parts"},
    {"group": "table"},
    {"group": "history"},
]
