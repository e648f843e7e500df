"""Trains the learned coder and writes it as ONNX. Needs torch, transformers and onnxruntime; nothing else here does.

One MiniLM encoder reads a sentence in which actor, predicate and recipient are marked; three heads on the states of the
sentence and of the marks tell type, mode and status. In every epoch some marks of the predicate are left out, so that
the coder also answers for a pair alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

import torch
from encoding import LABELS, Marker, Question, labels_of
from sentences import read_all, read_statuses, with_hints
from torch import nn
from transformers import BertModel

_SEED = 20251125
# In this part of the examples of an epoch the predicate is not marked, in this part the recipient.
_WITHOUT_PREDICATE = 0.35
_WITHOUT_RECIPIENT = 0.10
_IGNORED = -100
# So many batches are sorted by length together.
_POOL = 12
# In this part the frames' hint is not shown.
_WITHOUT_HINT = 0.5
# What the heads of type, mode and status weigh in the loss.
_WEIGHTS = (1.0, 0.4, 1.0)


class Coder(nn.Module):
    """Encoder and heads: (ids, mask, places of the marks) → logits of type, mode and status."""

    def __init__(self, bert: BertModel, sizes: list[int]) -> None:
        super().__init__()
        self.bert = bert
        width = bert.config.hidden_size
        self.dropout = nn.Dropout(0.15)
        self.middle = nn.Linear(4 * width, width)
        self.heads = nn.ModuleList(nn.Linear(width, size) for size in sizes)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, places: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits of each head, of shapes (rows, labels)."""
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        picked = torch.gather(states, 1, places.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        joined = torch.cat([states[:, :1], picked], dim=1).flatten(1)
        hidden = torch.tanh(self.middle(self.dropout(joined)))
        return tuple(head(self.dropout(hidden)) for head in self.heads)


def main() -> int:
    """Train, check on the held-out lines, write ``coder.onnx`` (int8) and ``coder.json``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--base", type=Path, required=True, help="the folder of the MiniLM encoder and its tokenizer")
    parser.add_argument("--out", type=Path, required=True, help="the folder that gets the weights")
    parser.add_argument("--hints", type=Path, required=True, help="what hints.py wrote")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=32)
    given = parser.parse_args()
    random.seed(_SEED)
    torch.manual_seed(_SEED)
    examples = with_hints(read_all(), json.loads(given.hints.read_text(encoding="utf-8"))) + read_statuses()
    learn = [e for e in examples if not e.held_out]
    check = [e for e in examples if e.held_out]
    print(f"{len(learn)} lines to learn from, {len(check)} to check on", flush=True)
    encoder = Marker(given.base / "tokenizer.json")
    model = Coder(BertModel.from_pretrained(given.base, add_pooling_layer=False), [len(LABELS[h]) for h in LABELS])
    train(model, encoder, learn, check, epochs=given.epochs, batch=given.batch)
    given.out.mkdir(parents=True, exist_ok=True)
    export(model, given.out)
    encoder.save(given.out / "tokenizer.json")
    figures = {"lines": len(learn), "checked on": len(check), **evaluate(model, encoder, check)}
    described = {"labels": LABELS, "temperature": temperature(model, encoder, check), "figures": figures}
    (given.out / "coder.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures))
    return 0


def train(model: Coder, encoder: Marker, learn: list, check: list, *, epochs: int, batch: int) -> None:
    """Adam with warm-up and linear decay; the heads learn ten times as fast as the encoder."""
    steps = epochs * ((len(learn) + batch - 1) // batch)
    groups = [
        {"params": model.bert.parameters(), "lr": 8e-5},
        {"params": [*model.middle.parameters(), *model.heads.parameters()], "lr": 8e-4},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, steps // 10)

    def pace(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    loss_of = nn.CrossEntropyLoss(ignore_index=_IGNORED, label_smoothing=0.05)
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for rows in batches(learn, batch):
            inputs = tensors(encoder, [Question(e.text, thinned(e.marks), now_and_then(e.hint)) for e in rows])
            wanted = torch.tensor([labels_of(e) for e in rows])
            logits = model(*inputs)
            loss = sum(weight * loss_of(logits[head], wanted[:, head]) for head, weight in enumerate(_WEIGHTS))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(rows)
        figures = json.dumps(evaluate(model, encoder, check))
        print(f"epoch {epoch + 1}: loss {total / len(learn):.3f} {figures}", flush=True)


def batches(examples: list, size: int) -> list[list]:
    """The examples in random batches of like length, so that little is padded."""
    shuffled = random.sample(examples, len(examples))
    found = []
    for first in range(0, len(shuffled), _POOL * size):
        pool = sorted(shuffled[first : first + _POOL * size], key=lambda e: len(e.text))
        found += [pool[i : i + size] for i in range(0, len(pool), size)]
    random.shuffle(found)
    return found


def thinned(marks: tuple) -> tuple:
    """The marks, now and then without those of the predicate or of the recipient."""
    if random.random() < _WITHOUT_PREDICATE and any(role != "P" for role, *_ in marks):
        marks = without_predicate(marks)
    if random.random() < _WITHOUT_RECIPIENT:
        marks = tuple(mark for mark in marks if mark[0] != "R")
    return marks


def now_and_then(hint: str | None) -> str | None:
    """The hint, or None as if the frames had not been asked."""
    return None if random.random() < _WITHOUT_HINT else hint


def without_predicate(marks: tuple) -> tuple:
    """The marks of the pair alone."""
    return tuple(mark for mark in marks if mark[0] != "P")


def tensors(encoder: Marker, rows: list) -> tuple[torch.Tensor, ...]:
    """Ids, mask and places of a batch."""
    return tuple(torch.tensor(part) for part in encoder.batch(rows))


@torch.no_grad()
def logits_of(model: Coder, encoder: Marker, rows: list, *, batch: int = 64) -> list[torch.Tensor]:
    """The logits of each head on these questions."""
    model.eval()
    parts = [model(*tensors(encoder, rows[i : i + batch])) for i in range(0, len(rows), batch)]
    return [torch.cat([part[head] for part in parts]) for head in range(len(LABELS))]


def evaluate(model: Coder, encoder: Marker, check: list) -> dict[str, float]:
    """Macro-F1 of the type with and without the predicate's mark; accuracy of mode and status."""
    if not check:
        return {}
    alone = [e for e in check if e.type is None]
    check = [e for e in check if e.type is not None]
    wanted = torch.tensor([labels_of(e) for e in check])
    full = logits_of(model, encoder, [Question(e.text, e.marks) for e in check])
    pair = logits_of(model, encoder, [Question(e.text, without_predicate(e.marks)) for e in check])
    hinted = logits_of(model, encoder, [Question(e.text, e.marks, e.hint) for e in check])
    figures = {
        "type macro-F1": macro_f1(wanted[:, 0].tolist(), full[0].argmax(1).tolist()),
        "type macro-F1, with the frames' hint": macro_f1(wanted[:, 0].tolist(), hinted[0].argmax(1).tolist()),
        "type macro-F1, pair alone": macro_f1(wanted[:, 0].tolist(), pair[0].argmax(1).tolist()),
    }
    for head, name in ((1, "mode accuracy"), (2, "status accuracy")):
        told = wanted[:, head] != _IGNORED
        figures[name] = (full[head].argmax(1)[told] == wanted[told, head]).float().mean().item()
    if alone:
        told = torch.tensor([labels_of(e)[2] for e in alone])
        got = logits_of(model, encoder, [Question(e.text, e.marks) for e in alone])[2].argmax(1)
        figures["status macro-F1, of the lines for status"] = macro_f1(told.tolist(), got.tolist())
    return {name: round(value, 3) for name, value in figures.items()}


def macro_f1(wanted: list[int], got: list[int]) -> float:
    """The mean of the F1 of the classes that are wanted."""
    hits = Counter(a for a, b in zip(wanted, got, strict=True) if a == b)
    want, have = Counter(wanted), Counter(got)
    return sum(2 * hits[c] / (want[c] + have[c]) for c in want) / len(want)


def temperature(model: Coder, encoder: Marker, check: list) -> float:
    """By what the type's logits are divided so that their probabilities are true on the held-out lines."""
    check = [e for e in check if e.type is not None]
    logits = logits_of(model, encoder, [Question(e.text, e.marks, e.hint) for e in check])[0]
    wanted = torch.tensor([labels_of(e)[0] for e in check])
    losses = {t / 20: nn.functional.cross_entropy(logits / (t / 20), wanted).item() for t in range(8, 60)}
    return min(losses, key=losses.__getitem__)


def export(model: Coder, folder: Path) -> None:
    """``coder.onnx``: the weights as int8, the state computed in float."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    raw = folder / "coder.float.onnx"
    example = tuple(torch.ones(2, width, dtype=torch.long) for width in (16, 16, 3))
    axes = {0: "rows"}
    torch.onnx.export(
        model,
        example,
        str(raw),
        input_names=["ids", "mask", "places"],
        output_names=list(LABELS),
        dynamic_axes={"ids": {**axes, 1: "tokens"}, "mask": {**axes, 1: "tokens"}, "places": axes},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(raw, folder / "coder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    raw.unlink()


if __name__ == "__main__":
    sys.exit(main())
