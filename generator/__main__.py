"""The command `sourcebook`; `python -m generator` is the same.

Workers import this module anew: it imports nothing before there is something to do.
"""


def run() -> None:
    """Run the command and end the process with its status."""
    from generator.cli import run as run_command

    run_command()


if __name__ == "__main__":
    run()
