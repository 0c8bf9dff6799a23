"""A name that stands twice, or says nothing by itself, fails the check with a sentence that names it."""

import pytest

from scripts.names import named_twice, vague


@pytest.fixture
def write(tmp_path):
    def write(name, text=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return tmp_path

    return write


def test_a_class_name_stands_once(write):
    write("articles/views/feeds.py", "class Feed:\n    pass\n")
    root = write("articles/wire/feeds.py", "class Feed:\n    pass\n")
    assert [*named_twice(root)] == [
        "Feed: articles/views/feeds.py, articles/wire/feeds.py: a class name stands once"
    ]


def test_what_django_finds_by_its_name_may_stand_often(write):
    write("articles/management/commands/prepare.py", "class Command:\n    pass\n")
    root = write("articles/management/commands/deliver.py", "class Command:\n    pass\n")
    assert [*named_twice(root)] == []


def test_a_module_a_class_and_a_function_say_what_they_are(write):
    root = write("articles/desk/told.py", "class Kept:\n    pass\n\n\ndef written():\n    pass\n")
    assert [*vague(root)] == [
        f"articles/desk/told.py: {name}: say what it is, or what it does"
        for name in ("told", "Kept", "written")
    ]


def test_a_method_and_a_tag_of_templates_may_be_a_word(write):
    write("articles/templatetags/newsroom.py", "def said():\n    pass\n")
    text = "class Notice:\n    def told(self):\n        pass\n"
    assert [*vague(write("articles/desk/notices.py", text))] == []
