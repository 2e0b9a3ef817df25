#!/usr/bin/env python3
"""Speed of parsing, rewriting and translating requests beside orjson's loads + dumps, on the same bytes.

    pip install -r Tests/Benchmarks/requirements.txt && python3 Tests/Benchmarks/compare.py [REPEATS]

Builds the benchmarks, has them write the payloads, then runs Swift and orjson in turn, so that whatever disturbs the
machine disturbs both. Speeds are in MB/s of input; every ratio is of one repeat's medians, and the median of those.
"""

import gc
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import orjson

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/TwinspeakBenchmarks"
PAYLOADS = ["small", "transcripts", "base64"]
ROUNDS = 5
# What orjson's loads + dumps must be exceeded by on the transcripts.
TARGETS = {"rewrite": 2.96, "toGemini": 1.5}


def swift(payload: str) -> dict[str, dict]:
    """The results of one run of the benchmarks, by measure."""
    command = [PROGRAM, "--only", payload, "--rounds", str(ROUNDS), "--json"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {result["measure"]: result for result in map(json.loads, lines)}


def orjson_speed(documents: list[bytes]) -> float:
    """Median MB/s of loads + dumps over all documents, small ones as often as the benchmarks do."""
    repetitions = 1000 if sum(map(len, documents)) < 10_000 else 1
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for _ in range(repetitions):
            for document in documents:
                orjson.dumps(orjson.loads(document))
        times.append(time.perf_counter() - start)
    return sum(map(len, documents)) * repetitions / 1e6 / statistics.median(times[1:])


def compare(payload: str, folder: str, repeats: int) -> None:
    documents = {form: (pathlib.Path(folder) / f"{payload}.{form}.jsonl").read_bytes().split(b"\n")
                 for form in ("openai", "gemini")}
    speeds: dict[str, list[float]] = {}
    ratios: dict[str, list[float]] = {}
    peers = []
    for _ in range(repeats):
        peer = {form: orjson_speed(lines) for form, lines in documents.items()}
        peers.append(peer["openai"])
        results = swift(payload)
        for measure, result in results.items():
            form = "gemini" if measure.startswith("toOpenAI") else "openai"
            speeds.setdefault(measure, []).append(result["median"])
            ratios.setdefault(measure, []).append(result["median"] / peer[form])
    print(f"{payload:13}{'orjson':17}{statistics.median(peers):8.0f} MB/s")
    for measure in speeds:
        ratio = statistics.median(ratios[measure])
        target = TARGETS.get(measure) if payload == "transcripts" else None
        verdict = f"  target {target}: {'met' if ratio >= target else 'missed'}" if target else ""
        print(f"{'':13}{measure:17}{statistics.median(speeds[measure]):8.0f} MB/s{ratio:8.2f} × orjson{verdict}")


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    build = ["swift", "build", "-c", "release", "--product", "TwinspeakBenchmarks"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    gc.disable()  # as timeit does: the peer at its best
    print(f"orjson {orjson.__version__}, Python {sys.version.split()[0]}, {repeats} repeats of {ROUNDS} rounds")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PROGRAM, "--write", folder], check=True)
        for payload in PAYLOADS:
            compare(payload, folder, repeats)


main()
