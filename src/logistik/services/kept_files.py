"""The files that the record names, as they lie on the disk today: letters, scans, minutes, copies, inputs."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from logistik.core.correspondence import Kept
from logistik.core.errors import LogistikError
from logistik.core.history import Audited, Papers, Record
from logistik.core.verification import About, Fault
from logistik.core.wording import listed
from logistik.ledger.store import FOLDER
from logistik.readers.source import read_bytes
from logistik.services.keeping import FILES, INPUTS, place_of

_FOLDERS = (INPUTS, FILES)
_HASH_DIGITS = 64


def copy_path(folder: str, file: Kept) -> str:
    """Where the copy of a file is kept, from the workspace: `.logistik/inputs/<sha256>.xlsx`."""
    return place_of(Path(), folder, file).as_posix()


def copies_of(papers: Papers) -> Iterator[tuple[str, Kept]]:
    """The copies that a letter or a move leaves, each with its path: its inputs, its documents, its signed scans."""
    yield from ((copy_path(INPUTS, file), file) for file in papers.inputs)
    yield from ((copy_path(FILES, file), file) for _, file in papers.documents)


def hash_of(root: Path, path: str) -> str | None:
    """SHA-256 of a file as it is now; None if it is not there or cannot be read."""
    try:
        return sha256(read_bytes(root / path, path)).hexdigest()
    except LogistikError:
        return None


def file_faults(root: Path, papers: Iterable[Papers]) -> Iterator[Fault]:
    """Issued files, signed scans, minutes and kept copies that are gone or no longer what was recorded."""
    wanted: set[str] = set()
    for each in papers:
        told = f"(catatan nomor {each.entry})"
        for what, file in each.documents:
            place = Fault(About.DOCUMENT, f"{what} {file.path} {told}", each.entry)
            yield from _state(root, file.path, file.sha256, place)
        for path, file in copies_of(each):
            if path not in wanted:
                wanted.add(path)
                said = f"Salinan {file.path} {told} di {path}"
                yield from _state(root, path, file.sha256, Fault(About.COPY, said, each.entry))
    for path in kept_names(root):
        named = PurePosixPath(path).stem
        if path not in wanted and len(named) == _HASH_DIGITS:
            yield from _state(root, path, named, Fault(About.COPY, f"Salinan {path}"))


def stray_copies(root: Path, papers: Iterable[Papers]) -> Iterator[Fault]:
    """Copies that no entry names: a command that was cut off before it recorded anything leaves them behind."""
    wanted = {path for each in papers for path, _ in copies_of(each)}
    for path in kept_names(root):
        if path not in wanted:
            yield Fault(About.COPY, f"{path} tidak disebut oleh catatan mana pun.", path=path)


def input_notes(root: Path, records: Sequence[Record]) -> Iterator[Fault]:
    """Inputs of audits that are no longer what was audited; that is how work goes on, so it breaks nothing."""
    seen: dict[str, dict[str, list[int]]] = {}
    for each in records:
        for file in each.told.inputs if isinstance(each.told, Audited) else ():
            seen.setdefault(file.path, {}).setdefault(file.sha256, []).append(each.number)
    copies = {PurePosixPath(name).stem for name in kept_names(root)}
    for path, versions in seen.items():
        now = hash_of(root, path)
        others = {digest: numbers for digest, numbers in versions.items() if digest != now}
        if not others:
            continue
        numbers = sorted(number for found in others.values() for number in found)
        what = "tidak ada lagi" if now is None else "berubah"
        saved = f"; salinannya ada di {FOLDER}/{INPUTS}" if others.keys() <= copies else ""
        said = f"{path} {what} sejak diaudit (catatan nomor {listed([str(each) for each in numbers])}){saved}."
        yield Fault(About.INPUT, said, path=path)


def kept_names(root: Path) -> list[str]:
    """The copies that lie in their folders today, by their paths from the workspace."""
    found: list[str] = []
    for folder in _FOLDERS:
        place = root / FOLDER / folder
        if place.is_dir():
            found += sorted(f"{FOLDER}/{folder}/{each.name}" for each in place.iterdir() if each.is_file())
    return found


def _state(root: Path, path: str, recorded: str, place: Fault) -> Iterator[Fault]:
    """The fault of a file that is not what was recorded; `place` begins its sentence."""
    now = hash_of(root, path)
    if now == recorded:
        return
    if now is None:
        said = "tidak dapat dibaca" if _is_there(root / path) else "tidak ada lagi"
    else:
        said = f"berubah: SHA-256 {now[:12]}, yang tercatat {recorded[:12]}"
    yield place._replace(message=f"{place.message} {said}.", path=path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that the system does not take
        return False
