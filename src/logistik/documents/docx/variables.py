"""The variables of a letter's template as a page for people and as JSON."""

import json

from logistik.documents.docx.fields import VARIABLES, Shape, Variable

_PAGE = """\
# Templat surat

`logistik init --templat` menulis `surat.docx`: surat permintaan sebagai templat Word. Kop, huruf, dan kata-katanya
boleh diubah; yang ditulis dalam `{{{{ }}}}` diganti program dengan isinya. Tulis `templat = "surat.docx"` di bawah
`[surat]` di `logistik.toml`, lalu `logistik template check surat.docx` memeriksanya. Lampiran I sampai IV mengikuti
surat dan tidak ada di templat.

- Teks: `{{{{ nomor }}}}`.
- Daftar, satu paragraf untuk setiap isi, tandanya di paragraf sendiri:
  `{{%p for satu in dasar %}}`, `{{{{ satu }}}}`, `{{%p endfor %}}`.
- Daftar dalam tabel, satu baris untuk setiap isi, tandanya di baris sendiri:
  `{{%tr for satu in tabel %}}`, `{{{{ satu.nama }}}}`, `{{%tr endfor %}}`.
- Baris: `{{{{ total.permintaan }}}}`.
- Yang boleh kosong: `{{%p if melalui %}}` ... `{{%p endif %}}`.

Hanya itu; hitungan, fungsi, dan tanda lain ditolak.

| Variabel | Bentuk | Isi | |
| --- | --- | --- | --- |
{rows}
"""


def as_markdown() -> str:
    """The page `docs/templat.md`: how a template is written, and every variable."""
    return _PAGE.format(rows="\n".join(_row(name, variable) for name, variable in VARIABLES.items()))


def as_json() -> str:
    """Every variable as JSON, `logistik.variables/1`."""
    variables = [
        {
            "name": name,
            "shape": variable.shape,
            "meaning": variable.meaning,
            "parts": dict(variable.parts),
            "needed": variable.needed,
        }
        for name, variable in VARIABLES.items()
    ]
    return json.dumps({"schema": "logistik.variables/1", "variables": variables}, ensure_ascii=False, indent=2) + "\n"


def _row(name: str, variable: Variable) -> str:
    parts = "; ".join(f"`.{part}` {meaning}" for part, meaning in variable.parts.items())
    shape = "daftar baris" if variable.shape is Shape.LIST and parts else variable.shape
    meaning = f"{variable.meaning}: {parts}" if parts else variable.meaning
    needed = f"wajib, atau `{variable.instead}`" if variable.instead else "wajib" if variable.needed else ""
    return f"| `{name}` | {shape} | {meaning} | {needed} |"
