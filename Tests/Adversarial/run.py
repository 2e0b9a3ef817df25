#!/usr/bin/env python3
"""Counts the instructions of the command on inputs that are meant to hurt, and on inputs of twice the size.

    Tests/Adversarial/run.py [--full] [NAME…]

Twice the input may cost at most 2.2 times the instructions, which cachegrind counts: no clock is looked at. With
--full each input is also translated in its whole size, a million of whatever it is, and has to end as its row says.
The program is .build/release/twinspeak.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

from inputs import CASES

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/twinspeak"
MOST = 2.2
# Sizes begin small and are doubled until a run costs so many instructions.
ENOUGH = 25_000_000


def write(path: pathlib.Path, text: str) -> pathlib.Path:
    path.write_text(text)
    return path


def run(arguments: list, before: list = ()) -> subprocess.CompletedProcess:
    return subprocess.run([*before, PROGRAM, *arguments, "--diagnostics", "none"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, check=False)


def instructions(arguments: list, text: str, folder: pathlib.Path) -> int:
    counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={folder}/out"]
    result = run([*arguments, write(folder / "in", text)], counter)
    counted = re.search(r"I\s+refs:\s+([\d,]+)", result.stderr)
    if counted is None:
        raise SystemExit(f"not counted: {result.stderr}")
    return int(counted[1].replace(",", ""))


def growth(name: str, start: int, folder: pathlib.Path) -> tuple:
    """The size that was counted, its instructions, and how many times those twice the size costs. Start-up is left out."""
    arguments, size, make, _ = CASES[name]
    count = max(size // 500, 8)
    cost = instructions(arguments, make(count), folder) - start
    while cost < ENOUGH and count < size // 2:
        count *= 2
        cost = instructions(arguments, make(count), folder) - start
    return count, cost, (instructions(arguments, make(2 * count), folder) - start) / max(cost, 1_000_000)


def main() -> None:
    names = [name for name in sys.argv[1:] if name != "--full"]
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        start = instructions(["request", "--from", "openai"], "{}", folder)
        for name in names or CASES:
            count, cost, times = growth(name, start, folder)
            said = [f"×{times:.2f}"] + ["superlinear"] * (times > MOST)
            arguments, size, make, status = CASES[name]
            if "--full" in sys.argv:
                result = run([*arguments, write(folder / "in", make(size))])
                if result.returncode < 0 or (status is not None and result.returncode != status):
                    said.append(f"ended with {result.returncode}")
            failed = failed or len(said) > 1
            print(f"{name:28} {count:9} {cost / 1e6:8.1f} M instructions  {', '.join(said)}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
