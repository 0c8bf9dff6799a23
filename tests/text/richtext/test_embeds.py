"""Addresses of videos and posts: the plain one, and the sentence's reason where it is none."""

import pytest

from articles.text.richtext.embeds import NotEmbeddedError, embed_at, embedded, is_embed, link_in

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("copied", "plain"),
    [
        ("https://youtu.be/dQw4w9WgXcQ?si=AbCdEf&t=12", YOUTUBE),
        ("https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ&utm_source=x", YOUTUBE),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE),
        ("youtube.com/watch?v=dQw4w9WgXcQ", YOUTUBE),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871"),
        (
            "https://www.dailymotion.com/video/x8abcde_un-titre",
            "https://www.dailymotion.com/video/x8abcde",
        ),
        ("https://twitter.com/oim/status/1234567890?s=20", "https://x.com/oim/status/1234567890"),
        (
            "https://www.instagram.com/oim/reel/Cabc_12-x/?igshid=1",
            "https://www.instagram.com/reel/Cabc_12-x/",
        ),
        ("https://t.me/s/oimmaroc/42", "https://t.me/oimmaroc/42"),
        (
            "https://m.facebook.com/oim.maroc/posts/pfbid0abc?ref=share",
            "https://www.facebook.com/oim.maroc/posts/pfbid0abc",
        ),
    ],
)
def test_the_plain_address_is_made_of_what_tells_the_video_alone(copied, plain):
    assert embed_at(copied).address == plain


@pytest.mark.parametrize(
    ("copied", "why"),
    [
        ("https://bit.ly/3abc", "shortened"),
        ("https://vm.tiktok.com/ZM123/", "shortened"),
        ("https://videos.example/watch?v=dQw4w9WgXcQ", "unknown"),
        ("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "unknown"),
        ("https://notyoutube.com/watch?v=dQw4w9WgXcQ", "unknown"),
        ("https://www.youtube.com/@oim", "no video"),
        ("javascript:alert(1)//youtu.be/dQw4w9WgXcQ", "no address"),
        ("une vidéo", "no address"),
        ("", "no address"),
        ("https://[", "no address"),
    ],
)
def test_any_other_address_is_refused_with_its_reason(copied, why):
    with pytest.raises(NotEmbeddedError) as refusal:
        embed_at(copied)
    assert refusal.value.why == why


def test_a_site_that_the_newsroom_does_not_let_in_is_an_unknown_one():
    with pytest.raises(NotEmbeddedError):
        embed_at(YOUTUBE, allowed=["vimeo.com"])


def test_the_player_follows_nobody_before_and_has_nothing_of_the_address_but_its_number():
    assert "youtube-nocookie.com/embed/dQw4w9WgXcQ" in embed_at(YOUTUBE).player
    found = embed_at("https://www.facebook.com/a/posts/1").player
    assert found.endswith("href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1")


def test_what_stands_in_a_text_is_found_with_its_title():
    block = (
        f'<figure class="embed"><a href="{YOUTUBE}">La <em>séance</em> &amp; la suite</a></figure>'
    )
    assert is_embed(block)
    assert not is_embed("<p>x</p>")
    assert not is_embed("<figure><a href='x'>x</a></figure>")
    assert link_in(block) == (YOUTUBE, "La séance & la suite")
    assert list(embedded(f"<p>a</p>{block}<p>b</p>")) == [(YOUTUBE, "La séance & la suite")]
