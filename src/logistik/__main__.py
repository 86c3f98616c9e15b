"""`python -m logistik`."""

from logistik.cli.main import main

if __name__ == "__main__":
    main()
