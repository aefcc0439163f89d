"""``python -m headwater``: the command line."""

from headwater.faces.cli.main import main

if __name__ == "__main__":
    main()
