"""Lists public names of the library without a documentation comment; fails if there are any, or no names at all."""

import json
import pathlib
import sys

graphs = pathlib.Path(sys.argv[1]).glob("*.symbols.json")
symbols = [symbol for graph in graphs for symbol in json.loads(graph.read_bytes())["symbols"]]
undocumented = [".".join(symbol["pathComponents"]) for symbol in symbols if "docComment" not in symbol]
print("\n".join(sorted(undocumented)))
sys.exit(not symbols or bool(undocumented))
