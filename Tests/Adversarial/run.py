#!/usr/bin/env python3
"""Counts the instructions of the command on inputs that are meant to hurt, and on inputs of twice the size.

    Tests/Adversarial/run.py [--full] [NAME…]

Twice the input may cost at most 2.2 times the instructions, which cachegrind counts: no clock is looked at. Start-up is
left out. With --full each input is instead translated once in its whole size, a million of whatever it is: it has to end
as its row says, and within so much memory for each byte. NAME is a case of inputs.py or the beginning of some. The program
is .build/release/twinspeak.
"""

import concurrent.futures
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from inputs import CASES

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/twinspeak"
MOST = 2.2
# Bytes of the smaller input, and instructions that it should cost: where it costs less, it is made longer.
BYTES = 32_000
ENOUGH = 4_000_000
# A buffer that grows is a step, which the next doubling does not meet again; a slope goes on.
TRIES = 3
# Bytes of memory for each byte of the input, beside what an empty one takes.
MEMORY_OF_BYTE = 100
MEMORY = 64 << 20


def command(arguments: list, path: pathlib.Path) -> list:
    name = str(path)
    named = [name if argument == "INPUT" else argument for argument in arguments]
    return [PROGRAM, *(named if name in named else [*named, name]), "--diagnostics", "none"]


def instructions(arguments: list, text: str) -> int:
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(text)
        file.flush()
        counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        result = subprocess.run([*counter, *command(arguments, file.name)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    counted = re.search(r"I\s+refs:\s+([\d,]+)", result.stderr)
    if counted is None or result.returncode < 0:
        raise RuntimeError(f"not counted: {result.stderr[-2000:]}")
    return int(counted[1].replace(",", ""))


def growth(name: str, start: int) -> tuple:
    """What is said of the case, and whether it is well."""
    arguments, size, make, _ = CASES[name]
    count = max(8, 1_000 * BYTES // len(make(1_000)))
    cost = instructions(arguments, make(count)) - start
    if cost < ENOUGH:
        count = min(size // 2, count * min(ENOUGH // max(cost, 1) + 1, 128))
        cost = instructions(arguments, make(count)) - start
    for _ in range(TRIES):
        twice = instructions(arguments, make(2 * count)) - start
        times = twice / max(cost, ENOUGH // 4)
        if times <= MOST:
            break
        count, cost = 2 * count, twice
    return f"{count:9} {cost / 1e6:8.1f} M instructions  ×{times:.2f}", times <= MOST


def whole(name: str) -> tuple:
    arguments, size, make, status = CASES[name]
    with tempfile.NamedTemporaryFile("w") as file:
        # In a process of its own: what this one holds would count as the memory of its children.
        writer = multiprocessing.Process(target=lambda: pathlib.Path(file.name).write_text(make(size)))
        writer.start()
        writer.join()
        length = os.path.getsize(file.name)
        program = subprocess.Popen(command(arguments, file.name), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, ended, usage = os.wait4(program.pid, 0)
    code = os.waitstatus_to_exitcode(ended)
    memory = usage.ru_maxrss << 10
    isWell = code >= 0 and status in (None, code) and memory <= MEMORY + MEMORY_OF_BYTE * length
    return f"{size:9} {length / 1e6:8.1f} MB  ended with {code}, in {memory / 1e6:.0f} MB", isWell


def main() -> None:
    isFull = "--full" in sys.argv
    asked = [name for name in sys.argv[1:] if name != "--full"]
    names = [name for name in CASES if not asked or any(name.startswith(start) for start in asked)]
    if not names:
        raise SystemExit("no such case")
    starts = {} if isFull else {tuple(a): instructions(a, "{}") for a in {tuple(CASES[name][0]) for name in names}}
    failed = []
    # Two large inputs at once are too much for small machines.
    with concurrent.futures.ThreadPoolExecutor(1 if isFull else os.cpu_count()) as pool:
        for name, (said, isWell) in zip(names, pool.map(
                lambda name: whole(name) if isFull else growth(name, starts[tuple(CASES[name][0])]), names)):
            failed += [] if isWell else [name]
            print(f"{name:42} {said}{'' if isWell else '  FAILED'}", flush=True)
    print(f"{len(names)} cases, {len(failed)} failed {' '.join(failed)}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
