"""The faces: where people meet a case. They ask it, and compute nothing themselves."""
