"""What the README shows in Python runs."""

import contextlib
import io
import pathlib
import unittest

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"


class Readme(unittest.TestCase):
    def test_python(self) -> None:
        blocks = [block.split("```")[0] for block in README.read_text().split("```python\n")[1:]]
        self.assertEqual(len(blocks), 1)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(blocks[0], {})
        self.assertEqual(printed.getvalue(), "/v1beta/models/gemini-3-pro:generateContent\n")
