"""The file: a new document to fill, and the bytes of a full one, which are the same for the same content."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from logistik.documents.blocks import Document
from logistik.documents.docx.markup import printed
from logistik.documents.docx.styles import add_styles, set_face

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LONGEST_PROPERTY = 255


def new_document() -> Any:
    """A document without a page, in our face and styles."""
    import docx

    made = docx.Document()
    for element in list(made.element.body)[:-1]:
        made.element.body.remove(element)
    set_face(made)
    add_styles(made)
    return made


def describe(made: Any, document: Document) -> None:
    """Title, author and date of the document as its properties; nothing of who made the template or when."""
    describe_as(made, document.title, document.author, datetime.combine(document.day, time(), UTC))


def describe_as(made: Any, title: str, author: str, moment: datetime) -> None:
    """The properties of a document."""
    properties = made.core_properties
    properties.title, properties.author = (printed(text)[:_LONGEST_PROPERTY] for text in (title, author))
    properties.last_modified_by = properties.author
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.identifier = properties.content_status = properties.version = ""
    properties.language, properties.revision = "id-ID", 1


def as_bytes(made: Any) -> bytes:
    """The package with its parts in a fixed order and without the time of day."""
    stream = BytesIO()
    made.save(stream)
    with ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o600 << 16, 0
            archive.writestr(info, parts[name])
    return written.getvalue()
