"""The judges of pages that are not of Python: run as programs, answering in JSON."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def chromium_path() -> str:
    """Where Chromium is.

    Raises:
        SystemExit: it is not installed.
    """
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        raise SystemExit("Looking at pages needs Chromium: apt install chromium.")
    return path


def markup_errors(files: list[Path]) -> dict[Path, list[str]]:
    """What the Nu HTML checker holds wrong in each file; nothing of those that are right."""
    command = ["java", "-jar", str(VNU), "--format", "json", "--exit-zero-always"]
    answer = subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    found: dict[Path, list[str]] = defaultdict(list)
    for message in json.loads(answer.stderr)["messages"]:
        if message["type"] in {"error", "non-document-error"}:
            file = Path(message.get("url", "").removeprefix("file:"))
            found[file].append(f"line {message.get('lastLine')}: {message['message']}")
    return dict(found)


@dataclass(frozen=True)
class Lighthouse:
    """What Lighthouse found on one page: the median of its runs."""

    scores: dict[str, int]
    lost: list[str]
    shift: float
    bytes: int
    fonts: int

    @classmethod
    def median(cls, runs: list[dict[str, Any]]) -> Lighthouse:
        return cls(
            scores={
                category: round(statistics.median(run["scores"][category] for run in runs))
                for category in runs[0]["scores"]
            },
            lost=sorted({audit for run in runs for audit in run["lost"]}),
            shift=max(run["shift"] for run in runs),
            bytes=max(run["bytes"] for run in runs),
            fonts=max(run["fonts"] for run in runs),
        )


def lighthouse(addresses: dict[str, str], runs: int) -> dict[str, Lighthouse]:
    """Each page seen by Lighthouse a number of times, by name."""
    asked = {
        "chromium": chromium_path(),
        "runs": runs,
        "pages": [{"name": name, "url": url} for name, url in addresses.items()],
    }
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    command = ["node", str(HERE / "lighthouse.mjs")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked))
        process.stdin.close()
        for line in process.stdout:
            run = json.loads(line)
            print(f"  {run['name']}: {run['scores']}", flush=True)
            if run["error"]:
                raise SystemExit(f"Lighthouse could not see {run['name']}: {run['error']}")
            found[run["name"]].append(run)
    if process.returncode:
        raise SystemExit("Lighthouse did not finish: see the lines above.")
    return {name: Lighthouse.median(all_runs) for name, all_runs in found.items()}
