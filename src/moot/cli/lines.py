"""What a person reads while a run works: one plain line at a time, and never a reason for the run to end."""

from __future__ import annotations

import os

from rich.console import Console

from moot.cli.terminal import clean


class Lines(Console):
    """A console for lines. Where nobody reads them any more (a closed pipe, a full disk) it falls silent."""

    def say(self, text: str = "") -> None:
        """Print the text as it is, without what a terminal would obey."""
        try:
            self.print(clean(text), markup=False, highlight=False, emoji=False, soft_wrap=True)
        except OSError:
            self.on_broken_pipe()

    def on_broken_pipe(self) -> None:
        """Rich would end the program here; the run is worth more than its lines."""
        self.quiet = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.file.fileno())  # what is still buffered must not fail again at the end
        os.close(nowhere)
