#!/usr/bin/env python3
"""All figures in one run: parsing, rewriting and translating beside orjson, simdjson and memcpy, on the same bytes.

    pip install -r Tests/Benchmarks/requirements.txt && python3 Tests/Benchmarks/compare.py [REPEATS]

Builds the benchmarks, has them write the payloads, then runs Swift and the others in turn, so that whatever disturbs
the machine disturbs all. Prints the README's table in MB/s of input, then the targets: every ratio is of one repeat's
medians, and the median of those. simdjson (Debian: libsimdjson-dev) is left out where it is not installed.
"""

import gc
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import orjson

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = ROOT / ".build/release/TwinspeakBenchmarks"
PAYLOADS = {
    "small": "a request of 0.8 kB",
    "transcripts": "transcripts of 85 to 103 kB",
    "base64": "a request with an image, 5 MB",
}
COLUMNS = {
    "parse": "parse", "rewrite": "rewrite", "toGemini": "to Gemini", "toOpenAI": "to OpenAI",
    "toGeminiGathered": "gathered", "orjson": "orjson", "simdjson": "simdjson", "copy": "memcpy",
}
ROUNDS = 5
# Payload, measure, what it is held against, and the least ratio.
RATIOS = [
    ("transcripts", "toGemini", "orjson", 2.0), ("transcripts", "toOpenAI", "orjson.gemini", 2.0),
    ("transcripts", "rewrite", "simdjson", 1.5), ("base64", "toGemini", "copy", 0.35),
    ("base64", "toGeminiGathered", "copy", 0.5),
]
# Payload, measure, and the most nanoseconds.
TIMES = [
    ("small", "toGemini", 1000), ("small", "toOpenAI", 1000), ("stream", "streamToOpenAI", 400),
    ("stream", "streamToGemini", 400),
]


def swift(payload: str) -> dict[str, dict]:
    """The results of one run of the benchmarks, by measure."""
    command = [PROGRAM, "--only", payload, "--rounds", str(ROUNDS), "--json"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {result["measure"]: result for result in map(json.loads, lines)}


def repetitions(file: pathlib.Path) -> int:
    """Small documents are read as often as the benchmarks do."""
    return 1000 if file.stat().st_size < 10_000 else 1


def orjson_speed(file: pathlib.Path) -> float:
    """Median MB/s of loads + dumps over all documents."""
    documents = file.read_bytes().split(b"\n")
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for _ in range(repetitions(file)):
            for document in documents:
                orjson.dumps(orjson.loads(document))
        times.append(time.perf_counter() - start)
    return sum(map(len, documents)) * repetitions(file) / 1e6 / statistics.median(times[1:])


def simdjson_speed(program: pathlib.Path, file: pathlib.Path) -> float:
    command = [program, str(ROUNDS), str(repetitions(file)), file]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def build_simdjson(folder: pathlib.Path) -> pathlib.Path | None:
    compiler = shutil.which("c++")
    if compiler is None:
        return None
    program = folder / "simdjson"
    command = [compiler, "-O3", "-std=c++17", HERE / "simdjson.cpp", "-lsimdjson", "-o", program]
    return program if subprocess.run(command, capture_output=True).returncode == 0 else None


def measure(payload: str, folder: pathlib.Path, simdjson: pathlib.Path | None) -> dict[str, float]:
    """One repeat: MB/s by measure and peer, and nanoseconds for each document or event."""
    results = swift(payload)
    speeds = {name: result["median"] for name, result in results.items()}
    speeds |= {f"{name}.ns": result["nanosecondsPerItem"] for name, result in results.items()}
    if payload == "stream":
        return speeds
    speeds["orjson"] = orjson_speed(folder / f"{payload}.openai.jsonl")
    speeds["orjson.gemini"] = orjson_speed(folder / f"{payload}.gemini.jsonl")
    if simdjson:
        speeds["simdjson"] = simdjson_speed(simdjson, folder / f"{payload}.openai.jsonl")
    return speeds


def verdict(name: str, value: float, target: float, is_met: bool, unit: str) -> None:
    print(f"{name:40} {value:8.2f} {unit:16} target {target}: {'met' if is_met else 'missed'}")


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    build = ["swift", "build", "-c", "release", "--product", "TwinspeakBenchmarks"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    gc.disable()  # as timeit does: the peer at its best
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([PROGRAM, "--write", folder], check=True)
        simdjson = build_simdjson(folder)
        runs = {payload: [measure(payload, folder, simdjson) for _ in range(repeats)] for payload in [*PAYLOADS, "stream"]}

    columns = {key: title for key, title in COLUMNS.items() if simdjson or key != "simdjson"}
    print(f"| payload | {' | '.join(columns.values())} |\n| --- |{' --: |' * len(columns)}")
    for payload, title in PAYLOADS.items():
        cells = [f"{statistics.median(run[key] for run in runs[payload]):.0f}" for key in columns]
        print(f"| {title} | {' | '.join(cells)} |")
    print(f"\norjson {orjson.__version__}, Python {sys.version.split()[0]}, {repeats} repeats of {ROUNDS} rounds")
    for payload, key, peer, target in RATIOS:
        if peer in runs[payload][0]:
            ratio = statistics.median(run[key] / run[peer] for run in runs[payload])
            verdict(f"{payload}/{key}", ratio, target, ratio >= target, f"x {peer}")
    for payload, key, most in TIMES:
        taken = statistics.median(run[f"{key}.ns"] for run in runs[payload])
        verdict(f"{payload}/{key}", taken, most, taken <= most, "ns")


main()
