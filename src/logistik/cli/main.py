"""The entry point: one function that always returns an exit status, and the commands it knows.

0 nothing to report, 1 findings, 2 usage, configuration, unreadable input or a bug, 130 Ctrl-C.
"""

from collections.abc import Sequence
from importlib import import_module

import typer

from logistik import __version__
from logistik.cli.help import Command, Group
from logistik.cli.output import fail, talk_in_utf8
from logistik.core.errors import LogistikError

COMMANDS = {
    "init": "Siapkan ruang kerja baru, atau templat surat.",
    "template": "Periksa templat surat Word, atau daftar variabelnya.",
    "inspect": "Tunjukkan apa yang dipahami, tanpa menghitung.",
    "audit": "Periksa stok terhadap DPT dan cadangan.",
    "request": "Susun surat permintaan; dengan --issue jadi surat keluar.",
    "sign": "Catat nomor dan pindaian surat keluar.",
    "receive": "Catat surat suara susulan yang menjawab surat.",
    "requests": "Daftar surat keluar dan keadaannya; batalkan surat.",
    "transfer": "Susun perintah kerja pemindahan antar-TPS dan gudang.",
    "minutes": "Susun berita acara: sortir, serah terima, pemusnahan.",
    "allocate": "Susun daftar pengesetan: lembar, ikat, dan lepas per TPS.",
    "move": "Catat surat suara yang dikembalikan, diserahkan, dimusnahkan.",
    "close": "Tutup neraca: yang masuk, dikemas, keluar, masih ada.",
    "log": "Daftar semua yang tercatat di ledger.",
    "show": "Tampilkan satu catatan seutuhnya.",
    "diff": "Bandingkan dua audit: hitungan dan temuan.",
    "verify": "Periksa keutuhan ledger, atau cocokkan berkas dan kode.",
    "backup": "Simpan salinan ledger yang diperiksa.",
    "export": "Tulis ledger sebagai JSON Lines, untuk pihak lain.",
    "rule": "Daftar kode temuan, atau penjelasannya.",
    "ruleset": "Daftar rule set, atau isinya beserta dasar hukumnya.",
}
"""Each is a module of this package with a function of the same name; only the one asked for is loaded.

What each is for stands here in a line, so that the list of commands loads none of them.
"""

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_ABOUT = "Memeriksa logistik surat suara: stok gudang terhadap DPT dan cadangan, lalu menyusun surat permintaan."


def run(argv: Sequence[str]) -> int:
    """Run a command line and return its exit status; nothing escapes, not even a bug."""
    talk_in_utf8()
    words = list(argv)
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    try:
        return _invoke(words)
    except KeyboardInterrupt:
        return 130
    except LogistikError as error:
        fail(error.message, error.hint)
        return error.exit_status
    except BrokenPipeError:
        return 0
    except MemoryError:
        fail("Memori komputer tidak cukup untuk berkas ini.", "Tutup program lain, atau pecah berkasnya.")
        return 2
    except Exception as error:  # noqa: BLE001 - a bug: said in three lines, shown in full with --debug
        if debug:
            import traceback

            traceback.print_exc()
            return 2
        fail(
            f"Kesalahan di dalam logistik {__version__}: {type(error).__name__}: {error}",
            "Ini bukan kesalahan Anda. Jalankan lagi dengan --debug dan laporkan keluarannya kepada pengembang.",
        )
        return 2


def _invoke(words: list[str]) -> int:
    from typer import Abort
    from typer.exceptions import TyperException

    from logistik.cli.usage import explain

    try:
        status = application(words)(words, standalone_mode=False, prog_name="logistik")
    except Abort:
        return 130
    except TyperException as error:
        message, hint = explain(error, words)
        fail(message, hint)
        return 2
    return status if isinstance(status, int) else 0


def application(words: Sequence[str]) -> typer.Typer:
    """The application with the command that `words` name, else with the list of all of them."""
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        no_args_is_help=True,
        context_settings=_SETTINGS,
        rich_markup_mode=None,
        help=_ABOUT,
    )
    app.callback()(_options)
    named = next((word for word in words if not word.startswith("-")), "")
    if named in COMMANDS:
        command = getattr(import_module(f"logistik.cli.{named}"), named)
        app.command(named, cls=Command)(command)
        return app
    for name, about in COMMANDS.items():
        app.command(name, cls=Command, help=about)(_unloaded)
    return app


def _unloaded() -> None:
    """A command in the list of all: named there, never run."""


def _show_version(value: bool) -> None:
    if value:
        print(f"logistik {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", help="Tampilkan versi, lalu selesai.", is_eager=True, callback=_show_version
    ),
    debug: bool = typer.Option(False, "--debug", help="Tampilkan rincian teknis bila terjadi kesalahan."),
) -> None:
    del version, debug  # the one ends the program by itself, the other is taken out of the words before
