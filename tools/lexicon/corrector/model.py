"""The corrector: a small transformer whose weights are whole steps. The layout is that of utils/typos/corrector/weights.ts."""

import math
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F
from ids import EXTRA_IDS, WINDOW
from torch import nn

CODE, WIDTH, HEADS, DEPTH, FEED = 128, 256, 8, 8, 768
# Weights are kept in steps of their row's root mean square over this: about 4 bits each once they are packed.
FINENESS, FINENESS_OF_CODES = 4.0, 6.0


class Rounded(nn.Module):
    """A matrix, input rows by output columns, that is told to live with whole steps once `share` is 1."""

    def __init__(self, rows, columns, spread, fineness=FINENESS):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(rows, columns) * spread)
        self.fineness = fineness

    def scale(self):
        return self.weight.detach().pow(2).mean(1, keepdim=True).sqrt().clamp(min=1e-6) / self.fineness

    def forward(self, share):
        scale = self.scale()
        rounded = (self.weight.detach() / scale).round().clamp(-127, 127) * scale
        return self.weight + share * (rounded - self.weight.detach())


def turned(x, cos, sin):
    one, two = x.chunk(2, -1)
    return torch.cat((one * cos - two * sin, one * sin + two * cos), -1)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attend = Rounded(WIDTH, 3 * WIDTH, WIDTH**-0.5)
        self.mix = Rounded(WIDTH, WIDTH, WIDTH**-0.5 / math.sqrt(2 * DEPTH))
        self.feed = Rounded(WIDTH, FEED, WIDTH**-0.5)
        self.back = Rounded(FEED, WIDTH, FEED**-0.5 / math.sqrt(2 * DEPTH))

    def forward(self, x, together, cos, sin, share):
        rows, length, _ = x.shape
        seen = F.rms_norm(x, (WIDTH,)) @ self.attend(share).to(x.dtype)
        q, k, v = seen.view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        q, k = turned(q, cos, sin), turned(k, cos, sin)
        heard = F.scaled_dot_product_attention(q, k, v, attn_mask=together)
        x = x + heard.transpose(1, 2).reshape(rows, length, WIDTH) @ self.mix(share).to(x.dtype)
        fed = F.relu(F.rms_norm(x, (WIDTH,)) @ self.feed(share).to(x.dtype)).square()
        return x + fed @ self.back(share).to(x.dtype)


class Corrector(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.codes = Rounded(size + EXTRA_IDS, CODE, 0.5, FINENESS_OF_CODES)
        self.enter = Rounded(CODE, WIDTH, 2 * CODE**-0.5)
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.leave = Rounded(WIDTH, CODE, 0.2 * WIDTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(size + EXTRA_IDS))
        half = WIDTH // HEADS // 2
        angle = torch.arange(WINDOW)[:, None] * 1000.0 ** (-torch.arange(half) / half)
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)

    def forward(self, shown, group, chosen, share):
        codes = self.codes(share)
        kind = torch.bfloat16 if shown.is_cuda else torch.float32
        x = F.embedding(shown, codes).to(kind) @ self.enter(share).to(kind)
        together = torch.where(group[:, None, :, None] == group[:, None, None, :], 0.0, float("-inf")).to(kind)
        cos, sin = self.cos.to(kind), self.sin.to(kind)
        for block in self.blocks:
            x = block(x, together, cos, sin, share)
        x = F.rms_norm(x, (WIDTH,)).view(-1, WIDTH)[chosen] @ self.leave(share).to(kind)
        return x @ codes.to(kind).t() + self.bias.to(kind)


def go_on_from(model, path):
    """Takes the weights that {@link save} wrote."""
    content, at, sections = open(path, "rb").read(), 4, {}
    while at < len(content):
        name, size = struct.unpack_from("<II", content, at)
        at += 8
        sections[content[at : at + name].decode()] = content[at + name : at + name + size]
        at += name + size

    def take(name, matrix):
        scale = np.frombuffer(sections[name + ".scale"], dtype="<f4")[:, None]
        whole = np.frombuffer(sections[name], dtype=np.int8).reshape(len(scale), -1)
        matrix.weight.data.copy_(torch.from_numpy(whole * scale))

    for name, matrix in kept(model):
        take(name, matrix)
    model.bias.data.copy_(torch.from_numpy(np.frombuffer(sections["corrector.bias"], dtype="<f4").copy()))


def kept(model):
    """The matrices by the name that their section has."""
    yield "corrector.codes", model.codes
    yield "corrector.enter", model.enter
    for depth, block in enumerate(model.blocks):
        for name in ("attend", "mix", "feed", "back"):
            yield f"corrector.{depth}.{name}", getattr(block, name)
    yield "corrector.leave", model.leave


def save(model, path):
    """Writes the weights as sections of the model file: whole numbers, and what one is worth in each row."""
    sections = []

    def put(name, matrix):
        scale = matrix.scale()
        whole = (matrix.weight.detach() / scale).round().clamp(-127, 127)
        sections.append((name, whole.to(torch.int8).cpu().numpy().tobytes()))
        sections.append((name + ".scale", scale.float().cpu().numpy().tobytes()))

    for name, matrix in kept(model):
        put(name, matrix)
    sections.append(("corrector.bias", model.bias.detach().float().cpu().numpy().tobytes()))
    with open(path + ".new", "wb") as out:
        out.write(struct.pack("<I", 0x31575944))
        for name, content in sections:
            encoded = name.encode()
            out.write(struct.pack("<II", len(encoded), len(content)) + encoded + content)
    os.replace(path + ".new", path)
