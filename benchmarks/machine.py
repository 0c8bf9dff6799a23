"""What a run was made on, and when."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

CPUS = Path("/proc/cpuinfo")


def processor() -> str:
    """Its name, where the system says it in a file."""
    if CPUS.exists() and (found := re.search(r"model name\s*: (.+)", CPUS.read_text())):
        return found[1].strip()
    return platform.machine()


def described() -> str:
    """One sentence: the day, the processor, the versions."""
    today = dt.datetime.now(tz=dt.UTC).date()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"Measured on {today}: {processor()}, {cores} cores, {platform.system()}; "
        f"Python {platform.python_version()}, Django {version('django')}, "
        f"gunicorn {version('gunicorn')}."
    )


def load() -> str:
    """Of the last minute: above the number of cores, others were waiting too."""
    return f"{os.getloadavg()[0]:.1f}"
