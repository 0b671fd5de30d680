"""All benchmarks, one after the other: `python -m benchmarks` (what `make bench` runs)."""

from __future__ import annotations

import runpy
import sys

PARTS = ("answers", "calibration", "speed", "updates")


def main() -> None:
    """Runs each part as if it had been called alone."""
    for part in PARTS:
        print(f"\n## {part}\n", flush=True)
        sys.argv = [part]
        runpy.run_module(f"benchmarks.{part}", run_name="__main__")


if __name__ == "__main__":
    main()
