"""A template held against the table of variables: what is unknown, missing, torn or forbidden, and where."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from logistik.documents.docx.example import example_letter
from logistik.documents.docx.fields import VARIABLES, Shape, Variable, fields_of
from logistik.documents.docx.flaws import Checked, Flaw
from logistik.documents.docx.guard import opened
from logistik.documents.docx.sandbox import environment, refusals
from logistik.documents.docx.tags import Loose, Tag, tags_of
from logistik.documents.docx.template import fill, reason

_PARTS = {"tabel": ("nama", "permintaan"), "total": ("permintaan",)}
"""Of a row a letter needs these at least."""
_LOOP = Variable("urutan di dalam for", Shape.ROW, dict.fromkeys(("index", "index0", "first", "last", "length"), ""))
_TEXT = Variable("satu butir daftar")
_OPENING, _CLOSING, _BETWEEN = {"for": "endfor", "if": "endif"}, ("endfor", "endif"), ("else", "elif")
_SCOPES = {"tr": "baris tabel", "tc": "sel", "p": "paragraf", "r": "potongan teks"}


def check(content: bytes, name: str) -> Checked:
    """Look through a template and try it with an example.

    Raises:
        LogistikError: the file cannot be opened as a template.
    """
    reading = _Reading()
    for tag in tags_of(opened(content, name)):
        reading.take(tag)
    flaws = [*reading.finished()]
    if not flaws:
        flaws += _tried(content, name)
    printed = tuple(dict.fromkeys(filter(None, reading.printed)))
    have = {each.partition(".")[0] for each in printed}
    unused = tuple(each for each, variable in VARIABLES.items() if each not in have and not variable.needed)
    return Checked((*flaws, *_missing(printed)), printed, unused)


def _tried(content: bytes, name: str) -> Iterator[Flaw]:
    """What only filling shows: a document that falls apart, or a tag where no tag is looked for."""
    for letter in (example_letter(), example_letter(provisional=True)):
        try:
            fill(opened(content, name), fields_of(letter, "CONTOH"))
        except (TemplateError, MemoryError) as error:
            said = reason(error) if isinstance(error, TemplateError) else "terlalu besar"
            yield Flaw(
                "tidak-dapat-diisi",
                f"Surat contoh tidak dapat dibuat: {said}",
                "Bandingkan dengan templat bawaan: logistik init --templat",
                "",
            )
            return


def _missing(printed: Sequence[str]) -> Iterator[Flaw]:
    for name, variable in VARIABLES.items():
        if not variable.needed:
            continue
        wanted = [f"{name}.{part}" for part in _PARTS.get(name, ())] or [name]
        for each in wanted:
            if each not in printed and variable.instead not in printed:
                parted = each.partition(".")[2]
                meaning = f"{variable.meaning}: {variable.parts[parted]}" if parted else variable.meaning
                yield Flaw(
                    "variabel-wajib-hilang",
                    f"Surat tidak mencetak {each} ({meaning})",
                    f"Tambahkan {_shown(name, parted)} di tempatnya.",
                    "",
                )


def _shown(name: str, part: str) -> str:
    shape = VARIABLES[name].shape
    if shape is Shape.LIST and part:
        return f"{{{{ baris.{part} }}}} di antara {{%tr for baris in {name} %}} dan {{%tr endfor %}}"
    if shape is Shape.LIST:
        return f"{{{{ butir }}}} di antara {{%p for butir in {name} %}} dan {{%p endfor %}}"
    return f"{{{{ {name}.{part} }}}}" if part else f"{{{{ {name} }}}}"


class _Reading:
    """The state while tags are read in order: open blocks, loop names, what was printed, what is wrong."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self._flaws: list[Flaw] = []
        self._open: list[tuple[Tag, str, dict[str, tuple[str, Variable]]]] = []
        self._holders: set[str] = set()

    def finished(self) -> list[Flaw]:
        for tag, word, _ in self._open:
            self._say("blok-tidak-berpasangan", f"{tag.written} tidak ditutup", f"Tambahkan {_OPENING[word]}.", tag)
        return self._flaws

    def take(self, tag: Tag | Loose) -> None:
        if isinstance(tag, Loose):
            self._flaws.append(
                Flaw(
                    "tanda-tidak-utuh",
                    f"Kurung kurawal {tag.written} tidak berpasangan dalam satu paragraf",
                    "Tulis tanda utuh dalam satu paragraf: {{ nama }} atau {% if ... %}.",
                    tag.place,
                )
            )
        elif tag.kind == "{":
            self._print(tag)
        elif tag.kind == "%":
            self._block(tag)
        if isinstance(tag, Tag) and tag.kind != "{" and tag.scope in {"p", "tr"}:
            self._stands_for(tag)

    def _stands_for(self, tag: Tag) -> None:
        """A tag for a whole paragraph or row takes all of it away, with whatever else stands there."""
        if tag.scope == "tr" and not tag.in_row:
            self._say("tanda-salah-tempat", f"{tag.written} di luar tabel", "Untuk paragraf pakai {%p ... %}.", tag)
            return
        if not tag.alone or tag.holder in self._holders:
            self._say(
                "isi-ikut-hilang",
                f"{tag.written} menghapus seluruh {_SCOPES[tag.scope]} tempatnya berdiri, termasuk isi yang lain",
                f"Taruh tanda itu sendirian di {_SCOPES[tag.scope]} tersendiri.",
                tag,
            )
        self._holders.add(tag.holder)

    def _print(self, tag: Tag) -> None:
        if tag.scope:
            self._say("tanda-terlarang", f"{tag.written} tidak didukung", f"Tulis {{{{ {tag.code} }}}}.", tag)
            return
        tree = self._parsed(f"{{{{ {tag.code} }}}}", tag)
        if tree is not None:
            output = next(tree.find_all(nodes.Output), None)
            self._names(tree, tag)
            for node in output.nodes if output else ():
                self._printable(node, tag)

    def _block(self, tag: Tag) -> None:
        word = tag.code.split(" ", 1)[0]
        if word in _OPENING:
            names = self._opened(word, tag)
            self._open.append((tag, word, names))
        elif word in _CLOSING or word in _BETWEEN:
            self._continued(word, tag)
        else:
            self._say(
                "tanda-terlarang",
                f"Perintah '{word}' tidak dapat dipakai di templat",
                "Yang dapat: for, endfor, if, elif, else, endif.",
                tag,
            )

    def _opened(self, word: str, tag: Tag) -> dict[str, tuple[str, Variable]]:
        tree = self._parsed(f"{{% {tag.code} %}}{{% {_OPENING[word]} %}}", tag)
        loop = next(tree.find_all(nodes.For), None) if tree is not None else None
        if tree is None:
            named = tag.code.split()
            return {named[1]: ("", Variable("", Shape.ROW))} if word == "for" and len(named) > 1 else {}
        if loop is None:
            self._names(tree, tag)
            return {}
        if not (isinstance(loop.iter, nodes.Name) and isinstance(loop.target, nodes.Name)):
            return {}
        source = loop.iter.name
        variable = VARIABLES[source]
        item = Variable(variable.meaning, Shape.ROW, variable.parts) if variable.parts else _TEXT
        return {loop.target.name: (source, item), "loop": ("", _LOOP)}

    def _continued(self, word: str, tag: Tag) -> None:
        if not self._open or (word in _CLOSING and _OPENING[self._open[-1][1]] != word):
            wanted = f"yang terbuka {self._open[-1][0].written}" if self._open else "tidak ada yang terbuka"
            self._say(
                "blok-tidak-berpasangan", f"{tag.written} tanpa pembuka; {wanted}", "Periksa urutan for dan if.", tag
            )
            return
        opening, *_ = self._open[-1]
        if opening.scope != tag.scope:
            self._say(
                "blok-tidak-berpasangan",
                f"{opening.written} dan {tag.written} tidak sejenis",
                f"Pakai awalan yang sama: {{%{opening.scope} {tag.code} %}}.",
                tag,
            )
        if word == "elif":
            tree = self._parsed(f"{{% if kop %}}{{% {tag.code} %}}{{% endif %}}", tag)
            if tree is not None:
                self._names(tree, tag)
        if word in _CLOSING:
            self._open.pop()

    def _parsed(self, source: str, tag: Tag) -> nodes.Template | None:
        try:
            tree = environment().parse(source)
        except (TemplateSyntaxError, RecursionError):
            self._say(
                "tanda-tidak-dipahami",
                f"Isi {tag.written} tidak dapat dipahami",
                "Contoh yang benar: {{ nomor }}, {% if melalui %}, {% for butir in dasar %}.",
                tag,
            )
            return None
        said = list(dict.fromkeys(refusals(tree)))
        loops = sum(word == "for" for _, word, _ in self._open)
        if not said and loops >= 2 and next(tree.find_all(nodes.For), None) is not None:
            said = ["Paling banyak 2 for bersarang"]
        for each in said:
            self._say("tanda-terlarang", f"{each}: {tag.written}", "Lihat daftar variabel di dokumentasi templat.", tag)
        return None if said else tree

    @property
    def _known(self) -> Mapping[str, tuple[str, Variable]]:
        known = {name: (name, variable) for name, variable in VARIABLES.items()}
        for _, _, names in self._open:
            known.update(names)
        return known

    def _names(self, tree: nodes.Node, tag: Tag) -> None:
        """Every name in a tag is one that the letter has, and so is every part behind a dot."""
        known = self._known
        for node in tree.find_all(nodes.Name):
            if node.ctx == "load" and node.name not in known:
                self._unknown(node.name, list(known), tag)
        for part in tree.find_all(nodes.Getattr):
            if isinstance(part.node, nodes.Name) and part.node.name in known:
                variable = known[part.node.name][1]
                if variable.meaning and part.attr not in variable.parts:
                    self._unknown(
                        f"{part.node.name}.{part.attr}", [f"{part.node.name}.{x}" for x in variable.parts], tag
                    )

    def _unknown(self, name: str, known: list[str], tag: Tag) -> None:
        near = get_close_matches(name, known, 1, 0.6)
        hint = f"Mungkin maksud Anda {near[0]}." if near else f"Yang ada: {', '.join(known)}."
        self._say("variabel-tak-dikenal", f"Variabel {name} tidak dikenal", hint, tag)

    def _printable(self, node: nodes.Node, tag: Tag) -> None:
        """Note what is printed; a list or row cannot be printed whole."""
        known = self._known
        if isinstance(node, nodes.Name) and node.name in known and known[node.name][1].shape is not Shape.TEXT:
            self._say(
                "variabel-tidak-dapat-dicetak",
                f"{node.name} adalah {known[node.name][1].shape}, bukan teks",
                "Pakai for untuk daftar, atau tanda titik untuk satu bagiannya.",
                tag,
            )
        for name in [node, *node.find_all(nodes.Name)]:
            if isinstance(name, nodes.Name) and name.name in known:
                self.printed.append(known[name.name][0])
        for part in [node, *node.find_all(nodes.Getattr)]:
            if isinstance(part, nodes.Getattr) and isinstance(part.node, nodes.Name) and part.node.name in known:
                self.printed.append(f"{known[part.node.name][0]}.{part.attr}")

    def _say(self, name: str, message: str, hint: str, tag: Tag) -> None:
        self._flaws.append(Flaw(name, message, hint, tag.place))
