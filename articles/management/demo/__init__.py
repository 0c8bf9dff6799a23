"""A newsroom to try things on: as many articles as wanted, always the same ones."""
