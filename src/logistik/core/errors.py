"""The one exception that a user is meant to see, and the system's reasons in Indonesian."""

import errno


class LogistikError(Exception):
    """An expected failure: what went wrong, and what to do next.

    Findings are values and bugs are everything else; this is the third kind: the command cannot give a
    result (unreadable file, wrong option, no audit yet). It ends the command with exit status 2.
    """

    exit_status = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


_REASONS = {
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.EACCES: "izin ditolak",
    errno.EPERM: "izin ditolak",
    errno.EROFS: "foldernya hanya dapat dibaca",
    errno.ENOSPC: "disk penuh",
    errno.ENOTDIR: "foldernya bukan folder",
    errno.EISDIR: "itu sebuah folder",
    errno.EEXIST: "sudah ada",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
}
_DATABASE = {
    "readonly": "foldernya hanya dapat dibaca",
    "locked": "sedang dipakai program lain",
    "full": "disk penuh",
    "not a database": "isinya bukan ledger",
    "malformed": "isinya rusak",
    "unable to open": "tidak dapat dibuka",
    "disk I/O error": "disk gagal membaca atau menulis, atau sudah penuh",
    "no such table": "isinya bukan ledger",
    "no such column": "isinya bukan ledger",
    "could not decode": "isinya rusak",
    "out of memory": "memori komputer tidak cukup",
}


def reason(error: Exception) -> str:
    """Why the system refused, in Indonesian where it is one of the usual reasons."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, error.strerror or str(error))
    return next((said for words, said in _DATABASE.items() if words.lower() in str(error).lower()), str(error))
