"""An export of WordPress, as long as a test asks for."""

from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Le Journal</title><link>https://journal.example</link><wp:base_blog_url>https://journal.example</wp:base_blog_url>
<wp:author><wp:author_login>salma</wp:author_login><wp:author_display_name><![CDATA[Salma Idrissi]]></wp:author_display_name></wp:author>
"""
TAIL = "</channel></rss>\n"


def cdata(text):
    return f"<![CDATA[{text}]]>"


def post(number, title, content, *, status="publish", kind="post", at="2019-05-12 10:00:00", path=None,
         category="Économie", meta=(), terms=(), excerpt="", password=""):  # fmt: skip
    path = f"/2019/05/12/texte-{number}/" if path is None else path
    link = path if "://" in path else f"https://journal.example{path}"
    topic = (
        f'<category domain="category" nicename="c">{cdata(category)}</category>' if category else ""
    )
    named = "".join(
        f'<category domain="{domain}" nicename="{name}">{cdata(name)}</category>'
        for domain, name in terms
    )
    rows = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
        for key, value in meta
    )
    return f"""<item><title>{cdata(title)}</title><link>{escape(link)}</link><dc:creator>{cdata("salma")}</dc:creator>
<content:encoded>{cdata(content)}</content:encoded><excerpt:encoded>{cdata(excerpt)}</excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>{at}</wp:post_date><wp:post_date_gmt>{at}</wp:post_date_gmt>
<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type><wp:post_password>{password}</wp:post_password>{topic}{named}{rows}</item>
"""


def attachment(number, address, alt=""):
    return f"""<item><title>p</title><wp:post_id>{number}</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>{escape(address)}</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
<wp:meta_value>{cdata(alt)}</wp:meta_value></wp:postmeta></item>
"""


def export(*items):
    return f"{HEAD}{''.join(items)}{TAIL}"
