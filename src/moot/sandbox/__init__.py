"""Commands that nobody trusts, run where they can do no harm: begin reading at `sandbox.Sandbox`.

`async with Sandbox() as box: ran = await box.run(["sh", "-c", "…"])`. What holds, and how, is told in docs/SANDBOX.md.
"""

from moot.sandbox.files import File, Taken
from moot.sandbox.limits import Limits
from moot.sandbox.ran import Ended, Gone, Ran
from moot.sandbox.sandbox import Sandbox

__all__ = ["Ended", "File", "Gone", "Limits", "Ran", "Sandbox", "Taken"]
