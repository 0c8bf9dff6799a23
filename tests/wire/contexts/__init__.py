"""Short reports in the manner of many agencies, and whose words each quotation of them is.

The speakers were written down before the importer read a text. Each report of a file begins with
« # » and the agency; what follows « > » are the first words of a quotation, then its speakers:
« - » is nobody, which is right wherever the words beside do not say it plainly.
"""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Report:
    """A report, and who may be named for each of its quotations."""

    name: str
    language: str
    text: str
    quotes: list[tuple[str, list[str]]]


def reports():
    for path in sorted(HERE.glob("*.txt")):
        parts = path.read_text(encoding="utf-8").split("# ")[1:]
        for number, part in enumerate(parts, 1):
            agency, _, rest = part.partition("\n")
            lines = rest.splitlines()
            quotes = [
                (words.strip(), [one.strip() for one in speakers.split("|")])
                for line in lines
                if line.startswith("> ")
                for words, _, speakers in [line[2:].partition("=")]
            ]
            text = "\n\n".join(line for line in lines if line and not line.startswith("> "))
            yield Report(f"{path.stem} {number} {agency}", path.stem[-2:], text, quotes)
