"""Trains the corrector on a GPU: a small transformer that reads a sentence with errors and says what should stand at each place.

Usage: python3 train.py INPUTS OUT [--seconds S]. INPUTS is the folder that `npm run lexicon -- CORPUS --corrector-inputs INPUTS`
writes (each file may be packed with xz); OUT gets sections of the model file, for `npm run lexicon -- CORPUS --corrector OUT`.
`--go-on` begins with weights that this wrote before; `--often IDS SHARE` reads the first so many ids, which are those of the first
files, more often than the rest. Needs PyTorch, and a CUDA device to get anywhere.
"""

import argparse
import time

import torch
import torch.nn.functional as F
from ids import EXTRA_IDS, WINDOW
from model import Corrector, go_on_from, save
from muon import Muon
from noise import Noise, Text
from torch import nn


class Parameters:
    """What the training is told. Who goes on from weights that are there steps more softly and rounds earlier."""

    def __init__(self, seconds, batch, goes_on):
        self.seconds, self.batch = seconds, batch
        # For whole matrices within the blocks (Muon), and for the rest (AdamW).
        self.turn, self.rate = (0.012, 1.2e-3) if goes_on else (0.02, 2e-3)
        self.warm_up = 300
        self.rounded_from = 0.5 if goes_on else 0.65


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
    arguments.add_argument("--go-on", help="weights to begin with, as this wrote them")
    arguments.add_argument("--often", nargs=2, type=float, default=(0, 0.0), metavar=("IDS", "SHARE"), help="how often to read of the first so many ids")
    arguments.add_argument("--plain", action="store_true", help="do not compile the model")
    told = arguments.parse_args()
    began = time.time()
    parameters = Parameters(told.seconds, told.batch, told.go_on is not None)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(1)
    torch.set_float32_matmul_precision("high")
    text = Text(told.inputs, device)
    generator = torch.Generator(device).manual_seed(2)
    noise = Noise(text, device, generator)
    print(f"{time.time() - began:.0f} s  {len(text.ids)} characters, {text.size} different ones, {len(text.word_keys)} words, on {device}", flush=True)
    model = Corrector(text.size).to(device)
    if told.go_on:
        go_on_from(model, told.go_on)
    print(f"{sum(part.numel() for part in model.parameters())} weights", flush=True)
    held_from = len(text.ids) - 1_000_000
    measured = [noise.batch(64, held_from, len(text.ids), 0.3) for _ in range(8)]
    turned_whole = [part.weight for block in model.blocks for part in block.children()]
    codes = [part.weight for part in (model.codes, model.enter, model.leave)]
    optimisers = [
        Muon(turned_whole, lr=parameters.turn),
        torch.optim.AdamW(
            [{"params": codes, "weight_decay": 0.03}, {"params": [model.bias], "weight_decay": 0.0}],
            lr=parameters.rate, betas=(0.9, 0.98), eps=1e-9, fused=device == "cuda",
        ),
    ]
    rates = [optimiser.defaults["lr"] for optimiser in optimisers]
    compute = losses if told.plain else torch.compile(losses)
    share = torch.zeros((), device=device)
    step, total, shown_at = 0, torch.zeros(2, device=device), 0
    saved_at = learning_from = time.time()
    while True:
        progress = (time.time() - began) / parameters.seconds
        if progress >= 1:
            break
        pace = min(1, (step + 1) / parameters.warm_up) * max(0.01, min(1.0, 1.1 * (1 - progress)))
        for optimiser, rate in zip(optimisers, rates, strict=True):
            for group in optimiser.param_groups:
                group["lr"] = rate * pace
        if progress > parameters.rounded_from:
            share.fill_(1)
        # Towards the end the text looks as it does in use: less of it is hidden.
        masked = 0.6 if progress < 0.7 else 0.3
        shown, wanted, together = noise.batch(parameters.batch, 0, held_from, masked, (int(told.often[0]), told.often[1]))
        chosen, weight, asked = choose(shown, wanted, 0.3, noise)
        loss = compute(model, shown, wanted, together, chosen, share)
        mean = (loss * weight).sum() / weight.sum()
        mean.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimiser in optimisers:
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
