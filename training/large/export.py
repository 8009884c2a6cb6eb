"""The trained encoder as a folder for transformers.js: int8 weights with a scale a column, written with the messages of onnx_file.py.

    input_ids, attention_mask (int64, batch x length)  ->  last_hidden_state (float, batch x length x width)
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parents[1]))
import onnx_file as onnx  # noqa: E402
import settings  # noqa: E402
from model import Encoder  # noqa: E402

INT8 = 3


class Graph:
    """Nodes and initializers in the order they are made; every method gives the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[bytes] = []
        self.tensors: list[bytes] = []

    def node(self, operator: str, *inputs: str, **attributes) -> str:
        output = f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(onnx.node(operator, list(inputs), output, *(onnx.attribute(name, number) for name, number in attributes.items())))
        return output

    def constant(self, array: np.ndarray | float | list[int]) -> str:
        array = np.asarray(array, np.int64 if isinstance(array, list) else None)
        array = array.astype(np.float32) if array.dtype == np.float64 else array
        kind = {np.dtype(np.float32): onnx.FLOAT, np.dtype(np.int64): onnx.INT64, np.dtype(np.int8): INT8}[array.dtype]
        name = f"tensor_{len(self.tensors)}"
        self.tensors.append(onnx.tensor(name, kind, array))
        return name

    def weight(self, matrix: torch.Tensor) -> str:
        """in x out, as int8 and a scale for each column."""
        array = matrix.detach().float().cpu().numpy()
        scales = np.maximum(np.abs(array).max(0), 1e-9).astype(np.float32) / 127
        packed = np.rint(array / scales).astype(np.int8)
        return self.node("DequantizeLinear", self.constant(packed), self.constant(scales), axis=1)

    def linear(self, hidden: str, layer: torch.nn.Linear) -> str:
        product = self.node("MatMul", hidden, self.weight(layer.weight.T))
        return product if layer.bias is None else self.node("Add", product, self.constant(layer.bias.detach().float().cpu().numpy()))

    def norm(self, hidden: str, layer: torch.nn.LayerNorm) -> str:
        centred = self.node("Sub", hidden, self.node("ReduceMean", hidden, axes=[-1], keepdims=1))
        variance = self.node("ReduceMean", self.node("Mul", centred, centred), axes=[-1], keepdims=1)
        unit = self.node("Div", centred, self.node("Sqrt", self.node("Add", variance, self.constant(layer.eps))))
        weight, bias = (self.constant(part.detach().float().cpu().numpy()) for part in (layer.weight, layer.bias))
        return self.node("Add", self.node("Mul", unit, weight), bias)

    def gelu(self, hidden: str) -> str:
        erf = self.node("Erf", self.node("Mul", hidden, self.constant(0.5**0.5)))
        return self.node("Mul", self.node("Mul", hidden, self.constant(0.5)), self.node("Add", erf, self.constant(1.0)))


def write(encoder: Encoder) -> bytes:
    """The model file. Opset 13, IR 8."""
    graph, shape = Graph(), encoder.shape
    size = shape.width // shape.heads
    rows = encoder.pieces.weight.detach().float().cpu().numpy()
    scales = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-9).astype(np.float32) / 127
    packed = graph.node("Cast", graph.node("Gather", graph.constant(np.rint(rows / scales).astype(np.int8)), "input_ids"), to=onnx.FLOAT)
    pieces = graph.node("Mul", packed, graph.node("Gather", graph.constant(scales), "input_ids"))
    length = graph.node("Gather", graph.node("Shape", "input_ids"), graph.constant([1]))
    positions = graph.constant(encoder.positions.detach().float().cpu().numpy())
    hidden = graph.node("Add", graph.linear(pieces, encoder.project), graph.node("Slice", positions, graph.constant([0]), length, graph.constant([0])))
    absent = graph.node("Sub", graph.constant(1.0), graph.node("Cast", "attention_mask", to=onnx.FLOAT))
    bias = graph.node("Unsqueeze", graph.node("Mul", absent, graph.constant(-1e4)), graph.constant([1, 2]))
    for layer in encoder.layers:
        parts = graph.node("Reshape", graph.linear(graph.norm(hidden, layer.norm_in), layer.qkv), graph.constant([0, 0, 3, shape.heads, size]))
        parts = graph.node("Transpose", parts, perm=[2, 0, 3, 1, 4])
        query, key, value = (graph.node("Gather", parts, graph.constant(np.int64(part)), axis=0) for part in range(3))
        products = graph.node("MatMul", query, graph.node("Transpose", key, perm=[0, 1, 3, 2]))
        weights = graph.node("Softmax", graph.node("Add", graph.node("Mul", products, graph.constant(size**-0.5)), bias), axis=-1)
        mixed = graph.node("Transpose", graph.node("MatMul", weights, value), perm=[0, 2, 1, 3])
        hidden = graph.node("Add", hidden, graph.linear(graph.node("Reshape", mixed, graph.constant([0, 0, shape.width])), layer.out))
        hidden = graph.node("Add", hidden, graph.linear(graph.gelu(graph.linear(graph.norm(hidden, layer.norm_mid), layer.up)), layer.down))
    graph.nodes.append(onnx.node("Identity", [graph.norm(hidden, encoder.norm)], "last_hidden_state"))
    batch: list[str | int] = ["batch", "length"]
    messages = [
        *graph.nodes,
        onnx.blob(2, "palimpsest-large"),
        *graph.tensors,
        *(onnx.value(11, name, onnx.INT64, batch) for name in ("input_ids", "attention_mask")),
        onnx.value(12, "last_hidden_state", onnx.FLOAT, [*batch, shape.width]),
    ]
    return onnx.integer(1, 8) + onnx.blob(2, "palimpsest") + onnx.blob(7, *messages) + onnx.blob(8, onnx.blob(1, ""), onnx.integer(2, 13))


def write_folder(folder: Path, encoder: Encoder) -> None:
    """Weights, config, and the tokenizer of palimpsest-base."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    (folder / "onnx/model_quantized.onnx").write_bytes(write(encoder))
    shutil.copy(settings.MODEL / "tokenizer.json", folder)
    tokenizer = json.loads((settings.MODEL / "tokenizer_config.json").read_text())
    (folder / "tokenizer_config.json").write_text(json.dumps({**tokenizer, "model_max_length": encoder.shape.longest}, indent=1))
    config = {
        "model_type": "xlm-roberta",
        "architectures": ["XLMRobertaModel"],
        "hidden_size": encoder.shape.width,
        "vocab_size": encoder.shape.pieces,
        "pad_token_id": settings.SPECIAL.index("<pad>"),
    }
    (folder / "config.json").write_text(json.dumps(config))
