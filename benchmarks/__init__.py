"""Quality and speed, apart from the tests.

``python -m benchmarks.gate`` measures the quality on the development sets and fails below a
floor; ``python -m benchmarks.speed`` measures pages a second and memory.
"""
