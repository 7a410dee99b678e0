"""`python -m briefbook` is the `briefbook` command."""

from briefbook.cli import main

if __name__ == "__main__":
    main()
