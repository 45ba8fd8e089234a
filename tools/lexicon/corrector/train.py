"""Trains the corrector on a GPU: a small transformer that reads a sentence with errors and says what should stand at each place.

Usage: python3 train.py INPUTS OUT [--seconds S]. INPUTS is the folder that `npm run lexicon -- CORPUS --corrector-inputs INPUTS`
writes (each file may be packed with xz); OUT gets sections of the model file, for `npm run lexicon -- CORPUS --corrector OUT`.
Needs PyTorch, and a CUDA device to get anywhere. The layout of the weights is that of utils/typos/corrector/weights.ts.
"""

import argparse
import lzma
import math
import os
import struct
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

BOUNDARY = 1
# Beside the characters: what hides a character and, as an answer, "this one should go"; and "one is missing before this one".
MASK, MISSING = 0, 1
EXTRA_IDS = 2

CODE, WIDTH, HEADS, DEPTH, FEED = 128, 256, 8, 8, 768
WINDOW = 128
# Weights are kept in steps of their row's root mean square over this: about 4 bits each once they are packed.
FINENESS, FINENESS_OF_CODES = 4.0, 6.0


class Parameters:
    """What the training is told."""

    def __init__(self, seconds, batch):
        self.seconds, self.batch = seconds, batch
        self.rate, self.warm_up = 2e-3, 300
        self.rounded_from = 0.65


def load(folder, name):
    path = os.path.join(folder, name + ".u16")
    raw = lzma.open(path + ".xz").read() if os.path.exists(path + ".xz") else open(path, "rb").read()
    return torch.from_numpy(np.frombuffer(raw, dtype="<u2").astype(np.int32))


class Text:
    """The corpus, every sentence between two boundaries, and where it may be cut from."""

    def __init__(self, folder, device):
        ids = load(folder, "ids").to(device)
        self.ids = torch.repeat_interleave(ids, torch.where(ids == BOUNDARY, 2, 1))
        self.han = load(folder, "han").to(device).bool()
        self.size = len(self.han)
        self.confused = load(folder, "confused").to(device).view(self.size, -1)
        words = load(folder, "words").to(device).long().view(-1, 2)
        self.word_keys, order = torch.sort(words[:, 0] * self.size + words[:, 1])
        self.word_others = load(folder, "wordsConfused").to(device).view(len(words), -1, 2)[order]
        self.common = torch.nonzero(self.han)[:3000, 0].to(torch.int32)


class Noise:
    """Puts errors into batches as noise.ts does into sentences: (shown, wanted, weight of each place)."""

    # Shares of the kinds of error after {@link SHARES} of noise.ts; the first stands for all confusions of one character.
    SHARES = {"one": 0.66, "word": 0.19, "extra": 0.025, "missing": 0.025, "order": 0.03, "any": 0.07}

    def __init__(self, text, device, generator):
        self.text, self.device, self.random = text, device, generator

    def rand(self, *shape):
        return torch.rand(*shape, device=self.device, generator=self.random)

    def batch(self, rows, first, last, masked):
        text = self.text
        spare = rows + rows // 16 + 1
        start = (self.rand(spare) * (last - first - WINDOW)).long() + first
        ids = text.ids[start[:, None] + torch.arange(WINDOW, device=self.device)]
        # Where a sentence begins: after a boundary that follows one, and at the cut.
        begins = torch.zeros_like(ids, dtype=torch.bool)
        begins[:, 0] = True
        begins[:, 1:] = (ids[:, 1:] == BOUNDARY) & (ids[:, :-1] == BOUNDARY)
        # How bad the typist is, and how much is hidden, differs from stretch to stretch.
        dice = self.rand(spare, 1)
        rate = torch.where(dice < 0.2, 0.0, torch.where(dice < 0.7, 0.025, torch.where(dice < 0.9, 0.05, 0.1)))
        hidden = torch.where(self.rand(spare, 1) < masked, 0.12, 0.0)
        han = text.han[ids]
        chance = self.rand(spare, WINDOW)
        # A word counts twice, but fewer places can be one.
        hit = (chance < rate) & han
        kind = self.rand(spare, WINDOW)
        edges = np.cumsum(list(self.SHARES.values()))
        one = hit & (kind < edges[0])
        word = hit & (kind >= edges[0]) & (kind < edges[1])
        extra = hit & (kind >= edges[1]) & (kind < edges[2])
        missing = hit & (kind >= edges[2]) & (kind < edges[3])
        order = hit & (kind >= edges[3]) & (kind < edges[4])
        other = hit & (kind >= edges[4])
        shown = ids.clone()
        pick = (self.rand(spare, WINDOW) * text.confused.shape[1]).long()
        shown = torch.where(one, text.confused[ids, pick], shown)
        strange = text.common[(self.rand(spare, WINDOW) ** 2 * len(text.common)).long()]
        unknown = self.rand(spare, WINDOW) < 0.25
        shown = torch.where(other, torch.where(unknown, 0, strange), shown)
        after = torch.roll(ids, -1, 1)
        keys = ids.long() * text.size + after
        found = torch.searchsorted(text.word_keys, keys).clamp(max=len(text.word_keys) - 1)
        word &= text.word_keys[found] == keys
        which = (self.rand(spare, WINDOW) * text.word_others.shape[1]).long()
        pair = text.word_others[found, which]
        word[:, -1] = False
        order &= text.han[after]
        order[:, -1] = False
        # Both of a pair are changed together; a second pair must not begin on the first one's end.
        for both, left, right in ((word, pair[..., 0], pair[..., 1]), (order, after, ids)):
            both &= ~torch.roll(both, 1, 1)
            shown = torch.where(both, left, shown)
            second = torch.roll(both, 1, 1)
            shown = torch.where(second, torch.roll(right, 1, 1), shown)
        wanted = ids.clone()
        hide = (self.rand(spare, WINDOW) < hidden) & han & (shown == ids)
        shown = torch.where(hide, text.size + MASK, shown)
        # What is doubled stands twice, what is missing not at all; the next place is told so.
        copies = torch.where(extra, 2, torch.where(missing, 0, 1)).flatten()
        after_gap = torch.roll(missing.flatten(), 1) & ~missing.flatten() & (shown == ids).flatten()
        wanted = torch.where(after_gap.view_as(ids), text.size + MISSING, wanted)
        group = torch.cumsum(begins.flatten(), 0)
        at = torch.repeat_interleave(torch.arange(len(copies), device=self.device), copies)
        length = rows * WINDOW
        second = torch.zeros_like(at, dtype=torch.bool)
        second[1:] = at[1:] == at[:-1]
        at, second = at[:length], second[:length]
        flat = lambda values: values.flatten()[at]
        wanted = torch.where(second, text.size + MASK, flat(wanted))
        shown = flat(shown)
        return tuple(values.view(rows, WINDOW) for values in (shown, wanted, group[at]))


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


def losses(model, shown, wanted, group, chosen, share):
    said = model(shown, group, chosen, share)
    return F.cross_entropy(said.float(), wanted.view(-1)[chosen].long(), reduction="none")


def choose(shown, wanted, share, noise):
    """Places that are asked, as many as `share` of all: those where something is to be found, and some of the others, which count for more."""
    changed = (shown != wanted).view(-1)
    most = int(share * changed.numel())
    order = noise.rand(changed.numel()) + changed
    chosen = torch.topk(order, most).indices
    asked = changed[chosen]
    found = asked.sum()
    others = (changed.numel() - changed.sum()) / (most - found).clamp(min=1)
    return chosen, torch.where(asked, 1.0, others), asked


def save(model, path):
    """Writes the weights as sections of the model file: whole numbers, and what one is worth in each row."""
    sections = []

    def put(name, matrix):
        scale = matrix.scale()
        whole = (matrix.weight.detach() / scale).round().clamp(-127, 127)
        sections.append((name, whole.to(torch.int8).cpu().numpy().tobytes()))
        sections.append((name + ".scale", scale.float().cpu().numpy().tobytes()))

    put("corrector.codes", model.codes)
    put("corrector.enter", model.enter)
    for depth, block in enumerate(model.blocks):
        for name in ("attend", "mix", "feed", "back"):
            put(f"corrector.{depth}.{name}", getattr(block, name))
    put("corrector.leave", model.leave)
    sections.append(("corrector.bias", model.bias.detach().float().cpu().numpy().tobytes()))
    with open(path + ".new", "wb") as out:
        out.write(struct.pack("<I", 0x31575944))
        for name, content in sections:
            encoded = name.encode()
            out.write(struct.pack("<II", len(encoded), len(content)) + encoded + content)
    os.replace(path + ".new", path)


@torch.no_grad()
def measure(model, batches, share):
    """On held-out text: how many errors are set right, how many are seen, and alarms on 10,000 right characters."""
    right = seen = wrong = alarms = fine = 0
    hidden = [0, 0]
    for shown, wanted, group in batches:
        everywhere = torch.arange(shown.numel(), device=shown.device)
        for part in everywhere.split(16384):
            said = model(shown, group, part, share).argmax(-1)
            is_, should = shown.view(-1)[part], wanted.view(-1)[part]
            masked = is_ == model.codes.weight.shape[0] - EXTRA_IDS
            changed = (is_ != should) & ~masked
            wrong += changed.sum().item()
            right += (changed & (said == should)).sum().item()
            seen += (changed & (said != is_)).sum().item()
            fine += (is_ == should).sum().item()
            alarms += ((is_ == should) & (said != is_)).sum().item()
            hidden[0] += (masked & (said == should)).sum().item()
            hidden[1] += masked.sum().item()
    return f"right {right / wrong:.4f} seen {seen / wrong:.4f} alarms {1e4 * alarms / fine:.2f} guessed {hidden[0] / max(1, hidden[1]):.4f}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("inputs")
    arguments.add_argument("out")
    arguments.add_argument("--seconds", type=float, default=3000)
    arguments.add_argument("--batch", type=int, default=1024)
    arguments.add_argument("--plain", action="store_true", help="do not compile the model")
    told = arguments.parse_args()
    began = time.time()
    parameters = Parameters(told.seconds, told.batch)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(1)
    torch.set_float32_matmul_precision("high")
    text = Text(told.inputs, device)
    generator = torch.Generator(device).manual_seed(2)
    noise = Noise(text, device, generator)
    print(f"{time.time() - began:.0f} s  {len(text.ids)} characters, {text.size} different ones, {len(text.word_keys)} words, on {device}", flush=True)
    model = Corrector(text.size).to(device)
    print(f"{sum(part.numel() for part in model.parameters())} weights", flush=True)
    held_from = len(text.ids) - 1_000_000
    measured = [noise.batch(64, held_from, len(text.ids), 0.3) for _ in range(8)]
    dense = [part for part in model.parameters() if part.dim() == 2]
    rest = [part for part in model.parameters() if part.dim() != 2]
    optimiser = torch.optim.AdamW(
        [{"params": dense, "weight_decay": 0.03}, {"params": rest, "weight_decay": 0.0}],
        lr=parameters.rate, betas=(0.9, 0.98), eps=1e-9, fused=device == "cuda",
    )
    compute = losses if told.plain else torch.compile(losses)
    share = torch.zeros((), device=device)
    step, total, shown_at = 0, torch.zeros(2, device=device), 0
    saved_at = learning_from = time.time()
    while True:
        progress = (time.time() - began) / parameters.seconds
        if progress >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = parameters.rate * min(1, (step + 1) / parameters.warm_up) * max(0.01, min(1.0, 1.1 * (1 - progress)))
        if progress > parameters.rounded_from:
            share.fill_(1)
        # Towards the end the text looks as it does in use: less of it is hidden.
        masked = 0.6 if progress < 0.7 else 0.3
        shown, wanted, together = noise.batch(parameters.batch, 0, held_from, masked)
        chosen, weight, asked = choose(shown, wanted, 0.3, noise)
        loss = compute(model, shown, wanted, together, chosen, share)
        mean = (loss * weight).sum() / weight.sum()
        mean.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        with torch.no_grad():
            total += torch.stack((mean.detach(), (loss * asked).sum() / asked.sum()))
        if step in (1, 2, 10, 50, 200) or step % 1000 == 0:
            each = total / max(1, step - shown_at)
            speed = parameters.batch * WINDOW / 1e6 * step / (time.time() - learning_from)
            print(f"{time.time() - began:.0f} s  step {step}, {speed:.2f} M/s, loss {each[0].item():.5f}, where something is wrong {each[1].item():.4f}", flush=True)
            if step % 1000 == 0:
                print("   ", measure(model, measured, share), flush=True)
            total.zero_()
            shown_at = step
        if time.time() - saved_at > 60:
            save(model, told.out)
            saved_at = time.time()
    save(model, told.out)
    share.fill_(1)
    print(f"{time.time() - began:.0f} s  {step} steps, {measure(model, measured, share)}", flush=True)


if __name__ == "__main__":
    main()
