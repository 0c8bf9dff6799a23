"""Files as people send them: good ones, and every bad one."""

import io

from PIL import Image as Pillow

FAR = (48, 52, 2.27)


def jpeg(size=(900, 600), colour="navy", **options):
    buffer = io.BytesIO()
    Pillow.new("RGB", size, colour).save(buffer, "JPEG", **options)
    return buffer.getvalue()


def halves(size=(1200, 400), left="red", right="blue", kind="PNG"):
    """Two colours side by side: which one a cut keeps can be seen."""
    image = Pillow.new("RGB", size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def iptc(**fields):
    """A Photoshop block as agencies write it: data sets of record 2."""
    numbers = {"date": 55, "byline": 80, "credit": 110, "caption": 120}
    data = b""
    for name, text in fields.items():
        value = text.encode()
        data += bytes([0x1C, 2, numbers[name]]) + len(value).to_bytes(2, "big") + value
    data += b"\0" * (len(data) % 2)
    block = b"8BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data
    payload = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + (len(payload) + 2).to_bytes(2, "big") + payload


def xmp(description="", credit=""):
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="48,52.2N"
    photoshop:Credit="{credit}" photoshop:DateCreated="2024-07-03T10:00:00">
    <dc:description><rdf:Alt>
    <rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
    </rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def from_a_camera(size=(900, 600), orientation=1, **said):
    """A JPEG that says where it was taken, in EXIF and in XMP, and what an agency wrote in it."""
    exif = Pillow.Exif()
    exif[0x010E] = said.get("description", "EXIF-DESCRIPTION")
    exif[0x0112] = orientation
    exif[0x010F] = "CAMERA-MAKER"
    exif.get_ifd(0x8769)[0x9003] = "2024:07:03 10:30:00"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", FAR, "E", FAR
    packet = xmp(said.get("xmp_description", "XMP"), said.get("xmp_credit", ""))
    content = jpeg(size, exif=exif, xmp=packet, comment=b"SECRET-COMMENT")
    fields = {name: said[name] for name in ("caption", "credit", "byline", "date") if name in said}
    return content[:2] + iptc(**fields) + content[2:] if fields else content


def saved(image, kind="PNG", **options):
    """A picture of Pillow's as a file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
