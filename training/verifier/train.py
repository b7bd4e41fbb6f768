"""Train the cross-encoder again, from the data and one seed, on CPU.

    python train.py --data DATA --base MINILM_FOLDER --out FOLDER [--pairs 20000] [--share-alike] [--residual]

Binary loss with soft targets; AdamW; linear decay; the weights averaged over the last 40 % of the steps.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import torch
from mix import Pair, made
from model import CrossEncoder
from offsets import offsets
from tokenizers import Tokenizer
from torch.nn.functional import binary_cross_entropy_with_logits

TOKENS, BATCH, TARGETS = 160, 32, (0.03, 0.97)


def batches(pairs: list[Pair], known: list[float], tokenizer: Tokenizer, draw: random.Random):
    """Batches of like length, in drawn order; the claim is cut at half the tokens, the window at what is left."""
    coded = []
    for pair, offset in zip(pairs, known, strict=True):
        claim = tokenizer.encode(pair.claim, add_special_tokens=False).ids[: TOKENS // 2]
        window = tokenizer.encode(pair.evidence, add_special_tokens=False).ids[: TOKENS - 3 - len(claim)]
        coded.append(([101, *claim, 102], [*window, 102], pair.supported, offset))
    draw.shuffle(coded)
    chunks = [coded[at : at + BATCH * 20] for at in range(0, len(coded), BATCH * 20)]
    found = []
    for chunk in chunks:
        chunk.sort(key=lambda each: len(each[0]) + len(each[1]))
        found += [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
    draw.shuffle(found)
    for batch in found:
        longest = max(len(a) + len(b) for a, b, _, _ in batch)
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
        for n, (a, b, _, _) in enumerate(batch):
            ids[n, : len(a) + len(b)] = torch.tensor(a + b)
            mask[n, : len(a) + len(b)] = 1
            types[n, len(a) : len(a) + len(b)] = 1
        yield (
            ids,
            mask,
            types,
            torch.tensor([TARGETS[each[2]] for each in batch]),
            torch.tensor([each[3] for each in batch]),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=20000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--residual", action="store_true", help="beside overlap and tone, see offsets.py")
    parser.add_argument("--share-alike", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    draw = random.Random(options.seed)
    pairs = made(options.data, options.pairs, options.share_alike, options.seed)
    known = offsets(pairs) if options.residual else [0.0] * len(pairs)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = CrossEncoder(options.base)
    heads = [*model.word.parameters(), *model.whole.parameters()]
    body = [each for each in model.bert.parameters() if each.requires_grad]
    adam = torch.optim.AdamW([{"params": body, "lr": 1e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = -(-len(pairs) // BATCH)
    decay = torch.optim.lr_scheduler.LambdaLR(adam, lambda n: min((n + 1) / 50, max(0.02, 1 - n / steps)))
    average, averaged = None, 0
    begun, running = time.monotonic(), 0.0
    model.train()
    for step, (ids, mask, types, targets, offset) in enumerate(batches(pairs, known, tokenizer, draw), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(ids, mask, types)
        loss = binary_cross_entropy_with_logits(logits.float() + offset, targets)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        adam.step()
        decay.step()
        running += (float(loss) - running) / min(step, 50)
        if step > 0.6 * steps:
            averaged += 1
            state = model.state_dict()
            if average is None:
                average = copy.deepcopy(state)
            else:
                for name, value in state.items():
                    average[name] += (value - average[name]) / averaged
        if step % 50 == 0:
            print(f"{step}/{steps} steps, loss {running:.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(average or model.state_dict(), options.out / "model.pt")


if __name__ == "__main__":
    main()
