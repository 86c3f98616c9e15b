"""What another program makes of our sums, once the values kept with them are taken away."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from logistik.documents import as_xlsx
from logistik.documents.compose import letter_document
from tests.documents.test_xlsx import request_of
from tests.documents.xlsx_cases import cells_of, opened
from tests.tools import Runner

OFFICE = shutil.which("soffice")


def without_values(content: bytes) -> bytes:
    """The workbook with formulas that nobody has calculated."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            after.writestr(name, data)
    return stream.getvalue()


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_comes_to_the_same_sums(logistik: Runner, samples: Path, tmp_path: Path) -> None:
    logistik("audit", "gudang.xlsx", "--quiet")
    content = as_xlsx.render(letter_document(request_of(samples).letters[1]))
    (tmp_path / "surat.xlsx").write_bytes(without_values(content))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", "lain", "surat.xlsx"]
    subprocess.run(words, cwd=tmp_path, capture_output=True, check=True, timeout=120)
    ours, theirs = opened(content, values=True), opened((tmp_path / "lain" / "surat.xlsx").read_bytes(), values=True)
    formulas = [
        (page.title, cell.coordinate) for page in opened(content) for cell in cells_of(page) if cell.data_type == "f"
    ]
    assert len(formulas) > 20
    assert [(page, cell) for page, cell in formulas if ours[page][cell].value != theirs[page][cell].value] == []
