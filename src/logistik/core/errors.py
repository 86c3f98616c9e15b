"""The one exception that a user is meant to see."""


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
