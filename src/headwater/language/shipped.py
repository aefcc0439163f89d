"""The files of the models that Headwater ships, checked against their cards."""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from headwater.errors import BadResource

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

#: The card that describes each file.
_CARD_OF = {
    "engine.onnx": "engine.json",
    "engine-portable.onnx": "engine.json",
    "sentence-encoder.onnx": "sentence-encoder.json",
    "sentence-encoder-portable.onnx": "sentence-encoder.json",
    "tokenizer.json": "sentence-encoder.json",
}


def read_model(name: str, *, made_by: str) -> bytes:
    """Read a file of a model.

    Args:
        name: File name in ``headwater/language/models``.
        made_by: The script that makes it, for the remedy.

    Raises:
        BadResource: If it is absent, or is not the file its card describes.
    """
    content = _read(name, made_by)
    if hashlib.sha256(content).hexdigest() != digest_of(name):
        raise BadResource(
            "is not the file its card describes",
            where=f"headwater/language/models/{name}",
            remedy=f"Install Headwater again, or make the model with {made_by}.",
        )
    return content


@cache
def card(name: str) -> dict[str, Any]:
    """Read a model's card."""
    read: dict[str, Any] = msgspec.json.decode(_read(name, "the scripts in training/"))
    return read


def digest_of(name: str) -> str:
    """Give the SHA-256 that a file of a model must have, as its card says."""
    return str(card(_CARD_OF[name])["sha256"][name])


def portable_name(name: str) -> str:
    """Name the graph that computes in fp32 with the weights of an int8 model."""
    return f"{name.removesuffix('.onnx')}-portable.onnx"


def open_model(name: str, *, portable: bool, made_by: str) -> "InferenceSession":
    """Open a model that is shipped, in int8 or portable.

    The portable graph refers to the weights in the int8 file beside it (ONNX external data), so
    both files are checked. onnxruntime opens a model by its path: it would copy bytes once more.

    Args:
        name: File name of the int8 model.
        portable: Whether to compute in fp32 on the same weights.
        made_by: The script that makes both files, for the remedy.

    Raises:
        BadResource: If a file is absent, or is not the one its card describes.
    """
    files = (name, portable_name(name)) if portable else (name,)
    for file in files:
        read_model(file, made_by=made_by)
    with resources.as_file(_models()) as folder:
        return open_session(folder / files[-1])


def open_session(model: bytes | Path) -> "InferenceSession":
    """Open a model with arithmetic that always runs in one order.

    It has one thread, as workers would otherwise fight for cores.
    """
    import onnxruntime  # noqa: PLC0415 - slow to import: `headwater --help` does not wait for it

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    # Added and normed in one step takes four times as long as in two.
    return onnxruntime.InferenceSession(
        model, options, ["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def open_tokenizer() -> "Tokenizer":
    """Open the vocabulary that both models share."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import, see above

    content = read_model("tokenizer.json", made_by="training/export_encoder.py")
    return Tokenizer.from_str(content.decode())


def _read(name: str, made_by: str) -> bytes:
    try:
        return _models().joinpath(name).read_bytes()
    except OSError as error:
        raise BadResource(
            "cannot be read",
            where=f"headwater/language/models/{name}",
            remedy=f"Install Headwater again, or make the model with {made_by}.",
        ) from error


def _models() -> Traversable:
    return resources.files("headwater.language").joinpath("models")
