"""The corpus on the device, and errors put into it as tools/lexicon/noise.ts puts them into sentences."""

import lzma
import os

import numpy as np
import torch
from ids import BOUNDARY, COMMA, MASK, MISSING, WINDOW


def load(folder, name):
    path = os.path.join(folder, name + ".u16")
    raw = lzma.open(path + ".xz").read() if os.path.exists(path + ".xz") else open(path, "rb").read()
    return torch.from_numpy(np.frombuffer(raw, dtype="<u2").astype(np.int32))


class Text:
    """The corpus, every sentence between two boundaries, and where it may be cut from."""

    # Headings and cells of tables are shorter than sentences: in this share of the stretches of so many ids, clauses stand alone.
    CUT, STRETCH = 0.2, 512

    def __init__(self, folder, device):
        ids = load(folder, "ids").to(device)
        cut = torch.rand(len(ids) // self.STRETCH + 1, device=device) < self.CUT
        cut = torch.repeat_interleave(cut, self.STRETCH)[: len(ids)]
        ids = torch.where(cut & (ids == COMMA), BOUNDARY, ids)
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
    SHARES = {"one": 0.635, "word": 0.2, "extra": 0.03, "missing": 0.035, "order": 0.03, "any": 0.07}

    def __init__(self, text, device, generator):
        self.text, self.device, self.random = text, device, generator

    def places(self, count, first, last):
        """Where stretches begin that lie between two places of the corpus."""
        return (self.rand(count) * (last - first - WINDOW)).long() + first

    def rand(self, *shape):
        return torch.rand(*shape, device=self.device, generator=self.random)

    def batch(self, rows, first, last, masked, often=(0, 0.0)):
        """`often`: up to where the corpus is read more often, and how often from there."""
        text = self.text
        spare = rows + rows // 16 + 1
        start = self.places(spare, first, last)
        if often[1] > 0:
            start = torch.where(self.rand(spare) < often[1], self.places(spare, first, often[0]), start)
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
