"""A Django with one middleware, and the connection to the database that the newsroom has."""

from pathlib import Path

from newsroom import settings

SECRET_KEY = "measured-and-thrown-away"  # noqa: S105
DATABASES = settings.DATABASES
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "benchmarks.floor.pages"
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
    }
]
USE_TZ = True
LOGGING_CONFIG = None
