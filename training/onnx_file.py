"""The few protobuf messages of ONNX that the model needs, written and read by hand (https://onnx.ai/onnx/repo-docs/IR.html).

    rows    uint8  R x D/2   two values a byte          scales  float16  R
    input_ids, attention_mask (int64, batch x length)  ->  last_hidden_state (float, batch x length x D)
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

FLOAT, UINT8, INT64, FLOAT16 = 1, 2, 7, 10


def varint(number: int) -> bytes:
    out = bytearray()
    number &= (1 << 64) - 1
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def integer(field: int, number: int) -> bytes:
    return varint(field << 3) + varint(number)


def blob(field: int, *parts: bytes | str) -> bytes:
    content = b"".join(part.encode() if isinstance(part, str) else part for part in parts)
    return varint(field << 3 | 2) + varint(len(content)) + content


def attribute(name: str, number: int | list[int]) -> bytes:
    if isinstance(number, list):
        return blob(5, blob(1, name), *(integer(8, part) for part in number), integer(20, 7))
    return blob(5, blob(1, name), integer(3, number), integer(20, 2))


def node(operator: str, inputs: list[str], output: str, *attributes: bytes) -> bytes:
    return blob(1, *(blob(1, name) for name in inputs), blob(2, output), blob(3, output), blob(4, operator), *attributes)


def tensor(name: str, kind: int, array: np.ndarray) -> bytes:
    return blob(5, *(integer(1, size) for size in array.shape), integer(2, kind), blob(8, name), blob(9, array.tobytes()))


def value(field: int, name: str, kind: int, shape: list[str | int]) -> bytes:
    sizes = [blob(1, blob(2, size) if isinstance(size, str) else integer(1, size)) for size in shape]
    return blob(field, blob(1, name), blob(2, blob(1, integer(1, kind), blob(2, *sizes))))


def write(packed: np.ndarray, scales: np.ndarray) -> bytes:
    """The model file of R x D/2 packed rows and R float16 scales. Opset 13, IR 8."""
    to_float = attribute("to", FLOAT)
    batch = ["batch", "length"]
    graph = [
        node("Gather", ["rows", "input_ids"], "packed_bytes", attribute("axis", 0)),
        node("Cast", ["packed_bytes"], "packed", to_float),
        node("Div", ["packed", "sixteen"], "shifted"),
        node("Floor", ["shifted"], "high"),
        node("Mul", ["high", "sixteen"], "high_part"),
        node("Sub", ["packed", "high_part"], "low"),
        node("Concat", ["low", "high"], "stored", attribute("axis", -1)),
        node("Sub", ["stored", "eight"], "values"),
        node("Gather", ["scales", "input_ids"], "half_scales", attribute("axis", 0)),
        node("Cast", ["half_scales"], "token_scales", to_float),
        node("Cast", ["attention_mask"], "mask", to_float),
        node("Mul", ["token_scales", "mask"], "token_factors"),
        node("Unsqueeze", ["token_factors", "last_axis"], "factors"),
        node("Mul", ["values", "factors"], "last_hidden_state"),
        blob(2, "palimpsest"),
        tensor("rows", UINT8, packed),
        tensor("scales", FLOAT16, scales),
        tensor("sixteen", FLOAT, np.float32([16])),
        tensor("eight", FLOAT, np.float32([8])),
        tensor("last_axis", INT64, np.int64([2])),
        value(11, "input_ids", INT64, batch),
        value(11, "attention_mask", INT64, batch),
        value(12, "last_hidden_state", FLOAT, [*batch, 2 * packed.shape[1]]),
    ]
    return integer(1, 8) + blob(2, "palimpsest") + blob(7, *graph) + blob(8, blob(1, ""), integer(2, 13))


def fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """(field number, number or bytes) of a message with varints and length-delimited fields only."""
    at = 0

    def read() -> int:
        nonlocal at
        number = shift = 0
        while True:
            byte = message[at]
            at += 1
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    while at < len(message):
        tag = read()
        number = read()
        if tag & 7 == 2:
            yield tag >> 3, message[at : at + number]
            at += number
        else:
            yield tag >> 3, number


def read(model: bytes) -> dict[str, np.ndarray]:
    """The initializers `rows` (R x D/2) and `scales` (R)."""
    graph = dict(fields(memoryview(model)))[7]
    found = {}
    for field, message in fields(graph):
        if field == 5:
            parts = list(fields(message))
            name = bytes(dict(parts)[8]).decode()
            shape = [number for key, number in parts if key == 1]
            kind = {UINT8: np.uint8, FLOAT16: np.float16}.get(dict(parts)[2])
            if kind:
                found[name] = np.frombuffer(dict(parts)[9], kind).reshape(shape)
    return found
