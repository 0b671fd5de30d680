"""Question sets, calibration and speed of the answer engine: evidence, not part of the product."""
