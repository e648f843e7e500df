"""``python -m sayso.cli`` is ``sayso``."""

from sayso.cli.app import main

main()
