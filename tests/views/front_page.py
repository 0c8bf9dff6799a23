"""What tests read of a front page."""

import re
from collections import Counter


def container(page, name):
    """The part of a page that a container is; nothing where it is not shown."""
    found = re.search(
        rf'<(section|div) class="(front-section )?{name}.*?</\1>', page.text, re.DOTALL
    )
    return found[0] if found else ""


def shown(page):
    """The number of each article that the page leads to, as often as it does."""
    main = page.text.split("<main")[1].split("</main>")[0]
    # A correction is of an article, which may stand above; so it leads to the correction in it.
    return Counter(
        int(number) for number in re.findall(r'href="/../articles/[^"/#]*-(\d+)-[^"/#]*/"', main)
    )
