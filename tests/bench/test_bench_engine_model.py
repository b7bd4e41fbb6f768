"""What inspect_ai is told of a contestant."""

from __future__ import annotations

from dataclasses import replace

from moot.bench.engine.contestants import Contestant, resolve
from moot.bench.engine.model import CONNECTIONS, MootModel
from moot.bench.engine.session import Session
from moot.models.seating import Seater


def connections(contestant: Contestant) -> int:
    model = MootModel(contestant.name)
    model.attach(Session.__new__(Session), contestant)
    return model.max_connections()


def test_a_model_in_this_process_sits_one_task_at_a_time() -> None:
    """It takes one request at a time: more at once would load it once each, and none would end early."""
    (afar,) = resolve(["reader:lexical"], Seater({}))
    (seating,) = afar.seatings
    local = replace(seating, info=seating.info.model_copy(update={"provider": "gguf"}))
    here, panel = replace(afar, seatings=(local,)), replace(afar, seatings=(seating, local))
    assert [connections(each) for each in (afar, here, panel)] == [CONNECTIONS, 1, 1]
