"""Verdicts, recommendations and expected speeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.gguf import GgufHeader, NotAChatModel, read_header
from app.hardware.context_choices import CacheType
from app.hardware.machine import Gpu, Machine
from app.hardware.memory_fit import FitWishes
from app.hardware.memory_needs import kv_bytes
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import ModelIsGated, NoSuchQuantization
from app.hub.connection.remote_file import HubFile
from app.hub.library.library import Library
from app.hub.quantization_row import QuantizationRow
from app.model_choice.computer import Computer
from app.model_choice.engine_probe import EngineProbe, ProbeAnswer, ProbeQuestion
from app.model_choice.model_chooser import ModelChooser, recommended_row
from app.model_choice.model_fit import FitVerdict, ModelFit
from app.model_choice.run_history import RunHistory, RunRecord
from app.model_choice.speed import SpeedEstimator, active_bytes
from app.paths import AppPaths, resources_directory
from tests.app.hub.tiny_gguf import write_gguf, write_shards
from tests.fakes.fake_hub import FakeHub
from tests.fakes.tiny_models import tiny_model

GB = 10**9


@pytest.fixture
def header(tmp_path: Path) -> GgufHeader:
    return read_header(write_gguf(tmp_path / "m.gguf"))


def _computer(*, free_gb: float, gpu_gb: float = 0, shared: bool = False, **more: int) -> Computer:
    machine = Machine(64 * GB, int(free_gb * GB), 4)
    gpus = (Gpu("G", "metal" if shared else "cuda", int(gpu_gb * GB), int(gpu_gb * GB), shared),) if gpu_gb else ()
    return Computer(machine, gpus, **more)


def _judge(header: GgufHeader, computer: Computer, *, weights_gb: float = 4, context: int = 4096) -> ModelFit:
    return ModelFit.judge(header, name="m", weights_bytes=int(weights_gb * GB), computer=computer, context=context)


@pytest.mark.parametrize(
    ("computer", "verdict"),
    [
        (_computer(free_gb=8), FitVerdict.FITS_MEMORY),
        (_computer(free_gb=3), FitVerdict.DOES_NOT_FIT),
        (_computer(free_gb=3, gpu_gb=8), FitVerdict.FITS_GPU),
        (_computer(free_gb=3, gpu_gb=3.6), FitVerdict.FITS_PARTLY_GPU),
        (_computer(free_gb=8, gpu_gb=6, shared=True), FitVerdict.FITS_GPU),
        (_computer(free_gb=3, gpu_gb=3, shared=True), FitVerdict.DOES_NOT_FIT),
        (_computer(free_gb=8, gpu_gb=3, shared=True), FitVerdict.FITS_MEMORY),
        (_computer(free_gb=3, given_back_bytes=2 * GB), FitVerdict.FITS_MEMORY),
        (_computer(free_gb=1, gpu_gb=8, given_back_gpu_bytes=0), FitVerdict.FITS_GPU),
    ],
)
def test_the_verdict_is_about_what_is_free(header: GgufHeader, computer: Computer, verdict: FitVerdict) -> None:
    found = _judge(header, computer)

    assert found.verdict is verdict
    assert found.verdict.label
    assert found.verdict.fits is (verdict is not FitVerdict.DOES_NOT_FIT)


def test_llama_cpps_own_figures_replace_the_arithmetic(header: GgufHeader) -> None:
    computer = _computer(free_gb=8)
    confirmed = _judge(header, computer).confirmed(kv_bytes=9 * GB, compute_bytes=1, gpus=())

    assert confirmed.verdict is FitVerdict.DOES_NOT_FIT
    assert confirmed.is_confirmed
    assert "KV cache for 4096 tokens: 9.0 GB" in confirmed.arithmetic()


def _row(name: str, bits: float, *, parameters: float = 8e9) -> QuantizationRow:
    size_bytes = int(parameters * bits / 8)
    return QuantizationRow(name, (HubFile(f"m-{name}.gguf", size_bytes),), size_bytes, bits)


LADDER = [("Q2_K", 3.0), ("Q3_K_M", 3.9), ("Q4_0", 4.6), ("Q4_K_M", 4.85), ("Q6_K", 6.6), ("Q8_0", 8.5), ("BF16", 16.0)]


@pytest.mark.parametrize(
    ("parameters", "computer", "expected"),
    [
        (8e9, _computer(free_gb=64), "Q4_K_M"),
        (1e9, _computer(free_gb=64), "Q8_0"),
        (8e9, _computer(free_gb=4.7), "Q3_K_M"),
        (8e9, _computer(free_gb=64, gpu_gb=5.2), "Q3_K_M"),
        (8e9, _computer(free_gb=64, gpu_gb=4), "Q4_K_M"),
        (8e9, _computer(free_gb=3.9), "Q2_K"),
        (8e9, _computer(free_gb=2), None),
    ],
)
def test_the_recommended_quantization_fits_and_is_good(
    header: GgufHeader, parameters: float, computer: Computer, expected: str | None
) -> None:
    rows = [_row(name, bits, parameters=parameters) for name, bits in LADDER]
    fits = [(row, _judge(header, computer, weights_gb=row.size_bytes / GB)) for row in rows]

    found = recommended_row(fits, parameters=int(parameters))

    assert (found.quantization if found else None) == expected


def test_without_any_fit_the_usual_one_is_recommended() -> None:
    rows = [(_row(name, bits), None) for name, bits in LADDER]

    found = recommended_row(rows, parameters=None)

    assert found is not None
    assert found.quantization == "Q4_K_M"
    assert recommended_row([], parameters=None) is None


def test_of_experts_only_those_chosen_are_read(tmp_path: Path) -> None:
    dense, experts = (tmp_path / name for name in ("dense", "experts"))
    dense.mkdir()
    experts.mkdir()

    of_dense = read_header(tiny_model("qwen3", dense))
    of_experts = read_header(tiny_model("qwen3moe", experts))

    assert active_bytes(of_dense, 1000) < 1000
    assert active_bytes(of_experts, 1000) < active_bytes(of_dense, 1000)


def test_speed_follows_bandwidth_until_real_runs_are_known(header: GgufHeader, tmp_path: Path) -> None:
    history = RunHistory(tmp_path / "data" / "speeds.json")
    speeds = SpeedEstimator(bandwidth_bytes_per_s=20e9, cores=8, history=history)

    def expected(*, thinks: bool = False, backend: str = "cpu") -> float | None:
        found = speeds.estimate(header, weights_bytes=4 * GB, kv_bytes=0, thinks=thinks, backend=backend)
        return found.tokens_per_s if found else None

    before = expected()
    assert before == pytest.approx(20e9 * 0.55 / (4 * GB))
    assert expected(backend="cuda") is None
    for speed in (9.0, 10.0, 11.0):
        history.record_run(RunRecord(backend="cpu", active_bytes=2 * GB, tokens=100, tokens_per_s=speed))
    history.record_run(RunRecord(backend="cpu", active_bytes=2 * GB, tokens=3, tokens_per_s=900))
    history.record_run(RunRecord(backend="cpu", active_bytes=16_000_000, tokens=300, tokens_per_s=310))

    assert expected() == pytest.approx(5.0)
    quick = speeds.estimate(header, weights_bytes=4 * GB, kv_bytes=0, thinks=False)
    thoughtful = speeds.estimate(header, weights_bytes=4 * GB, kv_bytes=0, thinks=True)
    assert quick is not None
    assert thoughtful is not None
    assert quick.is_from_runs
    assert thoughtful.first_answer_s > quick.first_answer_s + 100


def test_few_cores_make_fast_memory_no_faster(tmp_path: Path) -> None:
    history = RunHistory(tmp_path / "speeds.json")
    found = [
        SpeedEstimator(bandwidth_bytes_per_s=70e9, cores=cores, history=history).rough(8e9) for cores in (2, 4, 8, 16)
    ]

    assert found == [2.0, 4.0, *[pytest.approx(70 * 0.55 / 8)] * 2]


def test_a_broken_history_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "speeds.json"
    path.write_text("[1, 2")
    history = RunHistory(path)

    assert history.of("cpu") is None
    history.record_run(RunRecord(backend="cpu", active_bytes=GB, tokens=100, tokens_per_s=1.0, prompt_tokens_per_s=8.0))
    found = history.of("cpu")
    assert found is not None
    assert found.prompt_speedup == 8.0


# --- with the Hub --------------------------------------------------------------------------------------------


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as hub:
        yield hub


@pytest.fixture
def catalogue(hub: FakeHub, tmp_path: Path) -> Iterator[Catalogue]:
    clients = HubClients.over(HubAccess(HubConnection(endpoint=hub.endpoint)))
    yield Catalogue(clients, cache=AnswerCache(tmp_path / "cache"))
    clients.close()


@pytest.fixture
def library(aside_home: Path, tmp_path: Path) -> Library:
    return Library(AppPaths.from_environment({"ASIDE_HOME": str(aside_home)}), resources=tmp_path / "none")


def _say_what_was_asked(question: ProbeQuestion) -> ProbeAnswer:
    return ProbeAnswer((), 1000 * len(question.files), question.context)


def _die(_question: ProbeQuestion) -> ProbeAnswer:
    import os

    os._exit(9)


def test_a_page_is_judged_by_one_header(hub: FakeHub, catalogue: Catalogue, library: Library, tmp_path: Path) -> None:
    small = write_gguf(tmp_path / "s" / "m-Q8_0.gguf", weights=4096)
    large = write_gguf(tmp_path / "s" / "m-F32.gguf", weights=65_536)
    hub.add("org/m-GGUF", {p.name: p.read_bytes() for p in (small, large)}, gguf={"total": 16_384})
    here = library.import_file(small)

    choice = ModelChooser(catalogue, library).choose(catalogue.page("org/m-GGUF"), _computer(free_gb=8))

    assert [row.row.quantization for row in choice.rows] == ["Q8_0", "F32"]
    assert all(row.fit is not None and row.fit.verdict.fits for row in choice.rows)
    assert choice.recommended is choice.rows[0].row
    assert here is not None
    assert choice.rows[0].downloaded == here
    assert choice.problem is None
    assert len(hub.faults.requests(port="storage")) == 1


def test_of_a_repository_of_very_many_files_only_those_that_somebody_reads_are_judged(
    hub: FakeHub, catalogue: Catalogue, library: Library, tmp_path: Path
) -> None:
    content = write_gguf(tmp_path / "m.gguf", weights=4096).read_bytes()
    hub.add("org/many", {f"m{number:04}-Q4_K_M.gguf": content for number in range(1200)})

    choice = ModelChooser(catalogue, library).choose(catalogue.page("org/many"), _computer(free_gb=8))

    assert [row.fit is not None for row in choice.rows] == [True] * 1000 + [False] * 200
    assert choice.recommended is not None


def test_a_file_whose_header_says_so_is_no_model(
    hub: FakeHub, catalogue: Catalogue, library: Library, tmp_path: Path
) -> None:
    style = write_gguf(tmp_path / "style.gguf", architecture="controlvector").read_bytes()
    model = write_gguf(tmp_path / "model.gguf", weights=32 * 4000).read_bytes()
    hub.add("org/m-GGUF", {"my-style-Q8_0.gguf": style, "m-Q4_0.gguf": model})
    hub.add("org/only-GGUF", {"my-style-Q8_0.gguf": style})
    chooser = ModelChooser(catalogue, library)

    choice = chooser.choose(catalogue.page("org/m-GGUF"), _computer(free_gb=8))
    assert [row.row.path for row in choice.rows] == ["m-Q4_0.gguf"]
    assert choice.problem is None

    problem = chooser.choose(catalogue.page("org/only-GGUF"), _computer(free_gb=8)).problem
    assert isinstance(problem, NotAChatModel)


def test_a_gated_page_is_shown_without_fits(hub: FakeHub, catalogue: Catalogue, library: Library) -> None:
    hub.add("org/m-GGUF", {"m-Q4_K_M.gguf": b"x"}, gated="manual")

    choice = ModelChooser(catalogue, library).choose(catalogue.page("org/m-GGUF"), _computer(free_gb=8))

    assert isinstance(choice.problem, ModelIsGated)
    assert choice.rows[0].fit is None
    assert choice.recommended is not None


def test_a_repository_without_models_says_so(hub: FakeHub, catalogue: Catalogue, library: Library) -> None:
    hub.add("org/m", {"config.json": b"{}"})

    with pytest.raises(NoSuchQuantization):
        ModelChooser(catalogue, library).recommended("org/m", _computer(free_gb=8))


def test_a_dry_run_in_a_child_confirms_and_its_death_changes_nothing(
    hub: FakeHub, catalogue: Catalogue, library: Library, tmp_path: Path
) -> None:
    shards = write_shards(tmp_path / "s", "m-Q8_0", count=2)
    hub.add("org/m-GGUF", {path.name: path.read_bytes() for path in shards})
    page = catalogue.page("org/m-GGUF")

    def fit(probe: EngineProbe | None) -> ModelFit:
        chooser = ModelChooser(catalogue, library, probe=probe)
        return chooser.fit_of_row(page, page.quantizations[0], _computer(free_gb=8), context=512)

    confirmed = fit(EngineProbe(answer=_say_what_was_asked))
    assert confirmed.is_confirmed
    assert (confirmed.memory.kv_bytes, confirmed.memory.compute_bytes) == (2000, 512)
    assert fit(EngineProbe(answer=_die)) == fit(None)


@pytest.mark.parametrize("architecture", ["fancy9000", "glm9-next", "Llama", "<b>", "llama2"])
def test_llama_cpp_itself_says_what_is_too_new_for_it(architecture: str) -> None:
    refusal = EngineProbe().refusal_of(architecture)

    assert refusal is not None
    assert refusal.advice_text() == "Look for an update of Aside, or choose another model."


def test_what_it_knows_is_refused_for_nothing_and_asked_once() -> None:
    asked: list[str] = []

    class Counting(EngineProbe):
        def _asked(self, question: ProbeQuestion) -> ProbeAnswer | None:
            asked.append(question.files[0].name)
            return super()._asked(question)

    probe = Counting()

    assert [probe.refusal_of(name) for name in ("qwen3", "qwen3", "glm4moe", "qwen3")] == [None] * 4
    assert len(asked) == 2
    assert EngineProbe(answer=_die).refusal_of("fancy9000") is None


@pytest.mark.parametrize(
    ("architecture", "cache_type", "stored"),
    [
        ("qwen3", CacheType.F16, CacheType.F16),
        ("starter", CacheType.Q8_0, CacheType.Q8_0),
        ("qwen3", CacheType.Q8_0, CacheType.F16),  # heads of 16 numbers are no whole blocks: loaded as F16 too
    ],
)
def test_llama_cpp_itself_agrees_with_the_arithmetic(
    catalogue: Catalogue,
    library: Library,
    tmp_path: Path,
    architecture: str,
    cache_type: CacheType,
    stored: CacheType,
) -> None:
    starter = next((resources_directory() / "starter").glob("*.gguf"))
    path = starter if architecture == "starter" else tiny_model(architecture, tmp_path, context=2048)
    wishes = FitWishes(cache_type=cache_type)

    fits = [
        ModelChooser(catalogue, library, probe=probe, wishes=wishes).fit_of_file(
            path, _computer(free_gb=8), context=2048
        )
        for probe in (None, EngineProbe())
    ]

    assert [fit.is_confirmed for fit in fits] == [False, True]
    assert fits[0].memory.kv_bytes == kv_bytes(read_header(path), 2048, cache_type=stored)
    assert fits[1].memory.kv_bytes == pytest.approx(fits[0].memory.kv_bytes, rel=0.01)
