"""The contextual encoder: piece vectors of palimpsest-base, positions, a few transformer layers; the mean of the last is the text's vector."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn


@dataclass(frozen=True)
class Shape:
    pieces: int
    width: int = 384
    layers: int = 6
    heads: int = 6
    longest: int = 96


class Layer(nn.Module):
    """Attention and a feed-forward part, each on normalised input and added to it."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.heads = shape.heads
        self.norm_in, self.norm_mid = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.qkv, self.out = nn.Linear(shape.width, 3 * shape.width), nn.Linear(shape.width, shape.width)
        self.up, self.down = nn.Linear(shape.width, 4 * shape.width), nn.Linear(4 * shape.width, shape.width)

    def forward(self, hidden: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        batch, length, width = hidden.shape
        parts = self.qkv(self.norm_in(hidden)).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        weights = (query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias).softmax(-1)
        hidden = hidden + self.out((weights @ value).transpose(1, 2).reshape(batch, length, width))
        return hidden + self.down(nn.functional.gelu(self.up(self.norm_mid(hidden))))


class Encoder(nn.Module):
    def __init__(self, shape: Shape, rows: torch.Tensor):
        """`rows` (pieces x D, of about unit size) start the piece vectors; D is projected to the width."""
        super().__init__()
        self.shape = shape
        self.pieces = nn.Embedding.from_pretrained(rows, freeze=False)
        self.project = nn.Linear(rows.shape[1], shape.width, bias=False)
        self.positions = nn.Parameter(0.02 * torch.randn(shape.longest, shape.width))
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = nn.LayerNorm(shape.width)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Unit vectors of a batch; `ids` and `mask` are batch x length."""
        hidden = self.project(self.pieces(ids)) + self.positions[: ids.shape[1]]
        bias = (~mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return nn.functional.normalize((self.norm(hidden) * mask[:, :, None]).sum(1).float(), dim=1)
