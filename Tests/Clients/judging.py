"""A test case that judges many files, and says how many there were."""

import sys
import unittest
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from fixtures import Output


class Judging(unittest.TestCase):
    def judge(
        self,
        outputs: Iterable[Output],
        violations: Callable[[Output], Iterable[str]],
        exempt: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Fails with one line for each violation, and when there is nothing to judge.

        `exempt` names cases with the reason why theirs are none; one that has no violation is named in vain.
        """
        outputs = list(outputs)
        self.assertTrue(outputs, "there is nothing to judge")
        found: list[str] = []
        unneeded = set(exempt)
        for output in outputs:
            lines = [f"{output.name} {violation}" for violation in violations(output)]
            case = output.path.parent.name
            if case not in exempt:
                found += lines
            elif lines:
                unneeded.discard(case)
        found += [f"{case}: exempt, but nothing is wrong with it" for case in sorted(unneeded)]
        if found:
            self.fail("\n" + "\n".join(found))
        print(len(outputs), "files", end=", ", file=sys.stderr)
