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


PROGRAM = b"MZ\x90\x00" + b"\0" * 200
TABLE = "Pays;Arrivées\nMaroc;1 250\nÉgypte;3 400\n".encode()
