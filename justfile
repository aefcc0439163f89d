# What is done often. `just` alone lists it. Everything runs in the environment that is active.

_list:
    @just --list

# The tests; `just test -k dates` for some
test *ARGS:
    python -m pytest {{ARGS}}

# Style, types, and who imports whom
lint:
    ruff check .
    ruff format --check .
    mypy
    lint-imports

# Format, and mend what ruff can mend
format:
    ruff format .
    ruff check --fix .

# Where the example pile is not read as expected; an answer is changed by hand, and the commit says why
golden:
    python -m pytest tests/behaviours/test_the_example_pile_is_read_right.py

# Quality on the development sets, against the floors
gate *ARGS:
    python -m benchmarks.gate {{ARGS}}

# Pages a second and peak memory
speed *ARGS:
    python -m benchmarks.speed {{ARGS}}

# The command reference, from the commands
docs:
    python docs/write_commands.py

# The compiled registry, from resources/
lexicon:
    python -m headwater.lexicon.compile

# All that a change must pass, in fresh environments
ci:
    .ci/run
