"""`python -m logistik`."""

from logistik.cli import main

if __name__ == "__main__":
    main()
