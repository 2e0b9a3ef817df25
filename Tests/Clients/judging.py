"""A test case that judges many files, and says how many there were."""

import sys
import unittest
from collections.abc import Callable, Iterable

from fixtures import Output


class Judging(unittest.TestCase):
    def judge(self, outputs: Iterable[Output], violations: Callable[[Output], Iterable[str]]) -> None:
        """Fails with one line for each violation, and when there is nothing to judge."""
        outputs = list(outputs)
        self.assertTrue(outputs, "there is nothing to judge")
        found = [f"{output.name} {violation}" for output in outputs for violation in violations(output)]
        if found:
            self.fail("\n" + "\n".join(found))
        print(len(outputs), "files", end=", ", file=sys.stderr)
