"""The settings of a live site, without the files that its build makes."""

import faulthandler
import signal

from newsroom.settings import *  # noqa: F403

# Whoever wonders why a server does not answer asks it where its threads are.
faulthandler.register(signal.SIGPROF)

STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
