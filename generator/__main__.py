"""The command `sourcebook`; `python -m generator` is the same.

Worker processes import this module too, so it imports nothing until the command runs.
"""


def run() -> None:
    """Run the command and end the process with its status."""
    from generator.cli import run as run_command

    run_command()


if __name__ == "__main__":
    run()
