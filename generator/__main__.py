"""The command `sourcebook`; `python -m generator` is the same.

Worker processes import this module too, so it imports nothing of ours until the command runs.
"""

import os
import sys


def run() -> None:
    """Run the command and end the process with its status."""
    try:
        from generator.cli import run as run_command

        run_command()
    except KeyboardInterrupt:  # while modules were loaded; later the command says so itself
        sys.stderr.write("sourcebook: interrupted; the old site is unchanged.\n")
        sys.stderr.flush()
        os._exit(130)


if __name__ == "__main__":
    run()
