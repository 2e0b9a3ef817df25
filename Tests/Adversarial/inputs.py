"""Inputs that are meant to hurt: name → (arguments of the command, size, text of that size, exit code).

The names say what is done. The command reads the input where an argument is INPUT, else at the end of its arguments; an exit
code of None is not looked at.
"""

from in_answers import ANSWERS
from in_requests import REQUESTS
from in_schemas import SCHEMAS
from in_streams import STREAMS
from in_validation import VALIDATION

CASES = REQUESTS | SCHEMAS | ANSWERS | STREAMS | VALIDATION
