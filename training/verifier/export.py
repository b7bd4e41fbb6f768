"""Write the trained cross-encoder as an int8 ONNX file with its tokenizer.

    python export.py --base MINILM_FOLDER --trained FOLDER --out FOLDER

Weights of the linear layers and of the embeddings are int8, activations are scaled per run (onnxruntime's dynamic
quantisation), so one pair a run: a score must not depend on its neighbours.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from model import CrossEncoder
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--base", "--trained", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = CrossEncoder(options.base)
    model.load_state_dict(torch.load(options.trained / "model.pt"))
    model.eval()
    ids = torch.tensor([[101, 2023, 2003, 102, 2023, 2003, 102]])
    inputs = (ids, torch.ones_like(ids), torch.tensor([[0, 0, 0, 0, 1, 1, 1]]))
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {name: {0: "pairs", 1: "tokens"} for name in names} | {"logit": {0: "pairs"}}
    whole, shaped = options.out / "float.onnx", options.out / "shaped.onnx"
    torch.onnx.export(
        model,
        inputs,
        str(whole),
        input_names=names,
        output_names=["logit"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quant_pre_process(str(whole), str(shaped), skip_symbolic_shape=True)
    quantize_dynamic(str(shaped), str(options.out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    shaped.unlink()
    shutil.copy(options.base / "tokenizer.json", options.out / "tokenizer.json")


if __name__ == "__main__":
    main()
