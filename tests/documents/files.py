"""Files as people send them: honest ones, and what only calls itself a document."""

from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def archive(*names, **contents):
    """An archive with files of these names; ``contents`` are what is in some of them, by number."""
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for number, name in enumerate(names):
            made.writestr(name, contents.get(f"of_{number}", "<x/>"))
    return out.getvalue()


def word(*names, inside="<x/>"):
    """A Word document with one more file in it, and what that says."""
    return archive("word/document.xml", *names, of_1=inside)


def in_utf_16(xml):
    return f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")


def spreadsheet(*names):
    return archive("xl/workbook.xml", *names)


def open_document(kind="text"):
    return archive("mimetype", of_0=f"application/vnd.oasis.opendocument.{kind}")


def pdf(script="", password=""):
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(72, 72)
    if script:
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject(
            {
                NameObject("/S"): NameObject("/JavaScript"),
                NameObject("/JS"): TextStringObject(script),
            }
        )
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def pdf_with_action(where, name):
    """A PDF whose page, or a link on it, does something; ``name`` is written as it is given."""
    action = f"<</S {name} /#4AS (app.alert(1)) /F (calc.exe) /URI (https://a.example/)>>"
    if name == "/URI":
        action = "<</S /URI /URI (https://a.example/)>>"
    beside = {
        "page": f"/AA <</O {action}>>",
        "link": f"/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {action}>>]",
    }[where]
    parts = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] {beside}>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{part}\nendobj\n".encode()
    at = len(made)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 4\n0000000000 65535 f \n{rows}trailer\n<</Size 4 /Root 1 0 R>>\n".encode()
    return made + f"startxref\n{at}\n%%EOF".encode()


LOADS_A_TEMPLATE = (
    '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" '
    'Target="https://x.example/t.dotm" TargetMode="External"/></Relationships>'
)
TYPES_WITH_MACROS = (
    '<Types><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
PROGRAM = b"MZ\x90\x00" + b"\0" * 200
TABLE = "Pays;Arrivées\nMaroc;1 250\nÉgypte;3 400\n".encode()
