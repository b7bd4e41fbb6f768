"""`python -m moot` is the command `moot`."""

from moot.cli import main

if __name__ == "__main__":
    main()
