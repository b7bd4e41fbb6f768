"""The cross-encoder: all-MiniLM-L6-v2 reads claim and window together; every claim token has a say.

logit = soft minimum over the logits of the claim's tokens + a logit of the first token. A claim is as true as its least
supported word; the first token speaks for the whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

SHARPNESS = 4.0


class CrossEncoder(nn.Module):
    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert: Any = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        config: BertConfig = self.bert.config
        self.word = nn.Linear(config.hidden_size, 1)
        self.whole = nn.Linear(config.hidden_size, 1)
        for frozen in (self.bert.embeddings, *self.bert.encoder.layer[:2]):
            for parameter in frozen.parameters():
                parameter.requires_grad_(False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """`[CLS] claim [SEP] window [SEP]`; types 0 and 1. One logit of support a pair."""
        hidden = self.bert(input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        words = self.word(hidden).squeeze(-1)
        own = (token_type_ids == 0) & (attention_mask == 1) & (input_ids != 101) & (input_ids != 102)
        far = torch.full_like(words, -1e4)
        count = own.sum(1).clamp(min=1).to(words.dtype)
        least = -(torch.logsumexp(torch.where(own, -SHARPNESS * words, far), 1) - count.log()) / SHARPNESS
        return least + self.whole(hidden[:, 0]).squeeze(-1)
