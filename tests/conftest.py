"""What every test stands on."""

from __future__ import annotations

import signal

import hypothesis

# How long an example takes depends on what else the machine does: no test is about that.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

# A shell starts its background jobs with Ctrl-C ignored, and their children inherit that: the tests that send one to a
# process would wait for ever. A handler that is set becomes the default again in a child.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
