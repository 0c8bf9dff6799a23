"""Files as people send them, made by the few lines that each kind needs."""

import io
import zipfile
from email.message import EmailMessage
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
TYPES = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
RELATIONS = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'


def archive(**members):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return written.getvalue()


def word_document(*paragraphs, prolog="", document=None, **more):
    """A .docx, with these paragraphs; more files by their names in it."""
    body = "".join(f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in paragraphs)
    text = f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    members = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}
    return archive(**members, **{"word/document.xml": document or text}, **more)


def open_document(*paragraphs, prolog="", **more):
    """An .odt, with these paragraphs."""
    body = "".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs)
    text = (
        f'{prolog}<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = {"mimetype": "application/vnd.oasis.opendocument.text"}
    return archive(**kind, **{"content.xml": text}, **more)


def rich_text(text, codepage=1252):
    """An .rtf, its letters in the encoding of an old Windows."""
    letters = "".join(
        "\\par\n" if one == "\n" else one if one.isascii() else "".join(f"\\'{byte:02x}" for byte in one.encode(f"cp{codepage}"))
        for one in text
    )  # fmt: skip
    charset = "\\fcharset178" if codepage == 1256 else ""
    fonts = f"{{\\fonttbl{{\\f0{charset} Arial;}}}}"
    return f"{{\\rtf1\\ansi\\ansicpg{codepage}{fonts}\\f0 {letters}}}".encode()


def pdf(*lines, pages=1):
    """A PDF of these lines; of none, pages on which nothing is written."""
    shown = " ".join(f"({one}) Tj 0 -20 Td" for one in lines)
    stream = f"BT /F1 12 Tf 50 780 Td {shown} ET" if lines else ""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF"
    return written + end.encode()


def mail(text="", subject="", files=(), html=""):
    """An .eml of a text; of HTML beside it, and of files, where there are."""
    made = EmailMessage()
    made["From"], made["To"] = "presse@ministere.example", "desk@newsroom.example"
    made["Subject"], made["Date"] = subject, "Wed, 03 Jul 2024 14:00:00 +0100"
    made["Message-ID"] = "<1@ministere.example>"
    if text:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()
