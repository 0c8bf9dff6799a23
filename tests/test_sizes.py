"""A file that is too long, and a function that is, fail the check with a sentence that names them."""

import pytest

from scripts.sizes import too_long


@pytest.fixture
def program(tmp_path):
    """A program of one file, to be written: ``program(lines, "articles/views.py")``."""

    def write(lines, name="articles/views.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return list(too_long(tmp_path))

    return write


def function(lines, indent=""):
    return [f"{indent}def publish():", *[f"{indent}    pass"] * (lines - 1)]


def test_a_file_has_400_lines_at_most(program):
    assert program(["pass"] * 400) == []
    assert program(["pass"] * 401) == ["articles/views.py: 401 lines, of 400 at most"]


def test_a_function_has_50_lines_at_most(program):
    assert program(function(50)) == []
    said = "articles/views.py:1: publish has 51 lines, of 50 at most"
    assert program(function(51)) == [said]


def test_so_has_a_method_however_it_is_decorated(program):
    lines = ["class Article:", "    @property", *function(51, "    ")]
    assert program(lines) == ["articles/views.py:3: publish has 51 lines, of 50 at most"]


@pytest.mark.parametrize("name", ["articles/migrations/0001_tables.py", "tests/test_views.py"])
def test_migrations_and_tests_are_not_asked(program, name):
    assert program(["pass"] * 401, name) == []
