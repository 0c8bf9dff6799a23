"""What the documentation names is there: files, names in them, settings, words."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    "CONTRIBUTING.md",
    "README.md",
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md"))),
]
FILE = re.compile(r"`([\w./-]+(?:\.(?:py|md|html|js|css|yml|yaml|json)|/))`")
NAME_IN_FILE = re.compile(r"`(\w+)(?:\(\))?` (?:in|\() ?`([\w./]+\.py)`")
FOLDERS = ["", "articles", "articles/desk", "articles/admin", "articles/models", "articles/text"]
FOLDERS += [
    f"articles/text/{one}"
    for one in ("analysis", "comparison", "extraction", "richtext", "typography")
]
FOLDERS += [
    "articles/wire",
    "articles/search",
    "articles/management/demo",
    "benchmarks/search",
    "tests/wire",
    "static/admin-newsroom",
    "static/js",
    "templates/partials",
]
ELSEWHERE = {"NN-name.fr.json", "ical.js", "share/"}
"""A pattern of names, a package, a folder in that of the files."""
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
SETTING = re.compile(r"""env(?:iron\.get)?(?:\.\w+)?\(\s*"([A-Z_]+)\"""")


def read(page):
    return (ROOT / page).read_text("utf-8")


def found(name):
    """The file that a page of the documentation calls so."""
    return next((ROOT / one / name for one in FOLDERS if (ROOT / one / name).exists()), None)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page):
    named = {one for one in FILE.findall(read(page)) if not one.startswith(("/", "data/"))}
    assert {one for one in named - ELSEWHERE if found(one) is None} == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page):
    links = LINK.findall(read(page))
    assert [one for one in links if not (ROOT / page).parent.joinpath(one).exists()] == []


def headings(path):
    """What the headings of a page are called in an address."""
    lines = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in lines}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_into_a_page_leads_to_a_heading(page):
    links = re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", read(page))
    base = ROOT / page
    assert [
        (file, heading)
        for file, heading in links
        if heading not in headings(base.parent / file if file else base)
    ] == []


def test_a_name_is_in_the_file_that_is_said_to_have_it():
    said = [pair for page in PAGES for pair in NAME_IN_FILE.findall(read(page))]
    assert len(said) > 20
    assert [
        (name, file)
        for name, file in said
        if not re.search(rf"\b{name}\b", found(file).read_text("utf-8"))
    ] == []


def tables_of(page):
    """The rows of all tables of a page, without their heads."""
    rows = re.findall(r"^\| (.+) \|$", read(page), re.MULTILINE)
    return [row.split(" | ") for row in rows if not row.startswith("---")]


def test_a_row_of_what_to_change_names_what_is_in_its_file():
    """`TEXTS` beside `desk/publication/corrections.py`: capitals, or a function, of one of the files."""
    for files, said in (row for row in tables_of("CONTRIBUTING.md") if len(row) == 2):
        texts = [
            found(one).read_text("utf-8") for one in FILE.findall(files) if not one.endswith("/")
        ]
        for name in re.findall(r"`([A-Z_]{4,}|[a-z]+_[a-z_]+)`", said) if texts else ():
            anywhere = any(re.search(rf"\b{name}\b", text) for text in texts)
            assert anywhere or found(f"{name}.py"), f"{name} is not in {files}"


def test_every_setting_has_its_row():
    table = read("docs/operators/README.md")
    read_from = ["newsroom/settings.py", "newsroom/server.py"]
    settings = {name for file in read_from for name in SETTING.findall(read(file))}
    assert len(settings) > 25
    assert {name for name in settings if not re.search(rf"\b{name}\b", table)} == set()


def words():
    block = read("docs/glossary.md").split("made by scripts/words.py -->")[1].split("<!-- end")[0]
    return [line.strip("| ").split(" | ") for line in block.strip().splitlines()[2:]]


@pytest.mark.parametrize(("code", "column"), [("fr", 1), ("ar", 2)])
def test_the_words_of_the_glossary_are_those_of_the_program(code, column):
    with (ROOT / f"locale/{code}/LC_MESSAGES/django.po").open("rb") as file:
        catalog = read_po(file)
    for row in words():
        word, _, context = row[0].partition(" (")
        message = catalog.get(word, context=context.rstrip(")") or None)
        assert message is not None, word
        assert message.string == row[column], word


def test_checks_that_a_commit_runs_are_those_of_make_check():
    asked = re.findall(r"entry: scripts/check (.+)", read(".pre-commit-config.yaml"))
    known = re.findall(r"^check (\w+) ", read("scripts/check"), re.MULTILINE)
    assert asked
    assert {name for line in asked for name in line.split()} <= set(known)


def test_the_workflow_calls_the_gate_on_the_version_of_python_that_we_keep():
    workflow = read(".github/workflows/ci.yml")
    assert "run: .ci/run\n" in workflow
    assert f"image: python:{read('.python-version').strip()}-" in workflow
