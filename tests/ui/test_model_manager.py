"""The models page against the real huggingface_hub client and a Hub on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.cancellation import StopSignal
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.model_page import ModelPage
from app.hub.transfer.download_plan import DownloadPlan
from app.model_choice.engine_probe import EngineProbe
from app.model_choice.model_chooser import PageChoice
from app.paths import AppPaths
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_faults import Fault
from tests.ui.conftest import OpenWindow, services_of, session_of
from tests.ui.model_manager_stage import RECOMMENDED, choose, names, open_models, search, stay_offline, stocked_hub
from tests.ui.window_actions import button
from ui.models.discover.quantization_card import CardAction
from ui.models.downloads.download_card import DownloadAction
from ui.models.models_page import Tab
from ui.models.models_presenter import ModelsPresenter
from ui.models.parts.badge import BadgeTone
from ui.models.parts.entry_list import ResultEntry, ResultListModel


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model of other apps on the developer's computer, no keyring, no child for the dry run."""
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HF_HOME", "HF_HUB_CACHE", "LLAMA_CACHE", "OLLAMA_MODELS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    with stocked_hub(tmp_path) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        yield hub


def download(room: ModelsPresenter, qtbot: QtBot, repo: str, *, quantization: str) -> None:
    search(room, qtbot, repo.split("/")[1])
    choose(room, qtbot, repo)
    next(card for card in room.page.model_panel.cards() if card.entry.name == quantization).button.click()


def test_opening_the_page_shows_the_recommended_list_and_asks_nobody(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, room = open_models(open_window)
    qtbot.waitUntil(lambda: room.page.library.models.rowCount() == 1)

    assert RECOMMENDED in names(room)
    assert all(entry.subtitle for entry in room.page.discover.results.entries())
    assert room.page.isVisible()
    assert not assembly.content.page.isVisible()
    assert hub.faults.seen == []


def test_a_search_waits_until_typing_rests_and_asks_once(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)

    for text in ("q", "qw", "qwen3"):
        room.page.discover.field.setText(text)
    qtbot.waitUntil(lambda: names(room) == [RECOMMENDED])

    assert len(hub.faults.requests(port="hub")) == 1


def test_the_list_goes_on_where_the_page_ended(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    search(room, qtbot, "model-")
    assert len(names(room)) == 30

    room.page.discover.more.click()

    qtbot.waitUntil(lambda: len(names(room)) == 40)
    assert len(set(names(room))) == 40


def test_a_late_answer_to_an_earlier_search_is_dropped(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)

    room.page.discover.field.setText("model-")
    room.page.discover.field.returnPressed.emit()
    room.page.discover.field.setText("qwen3")
    room.page.discover.field.returnPressed.emit()
    qtbot.waitUntil(lambda: names(room) == [RECOMMENDED])
    qtbot.wait(300)

    assert names(room) == [RECOMMENDED]


def test_filters_narrow_the_list(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    all_of_them = set(names(room))

    room.page.discover.thinks_chip.click()

    assert all_of_them - set(names(room)) == {"unsloth/SmolLM2-135M-Instruct-GGUF"}
    room.page.discover.licence_chip.choose("mit")
    assert 0 < len(names(room)) < len(all_of_them) - 1
    assert hub.faults.seen == []
    room.page.discover.browse.click()
    qtbot.waitUntil(lambda: hub.faults.seen != [])


def test_the_best_for_this_computer_is_first_and_its_row_says_size_and_speed(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    _, room = open_models(open_window)

    qtbot.waitUntil(lambda: "tokens/s" in room.page.discover.results.entries()[0].detail)
    first, *others = room.page.discover.results.entries()
    assert first.badge is not None
    assert first.badge.text == "Best for this computer"
    assert " GB" in first.detail or " MB" in first.detail
    assert all(entry.badge is None or entry.badge.text != first.badge.text for entry in others)


def test_what_does_not_fit_is_marked_and_can_be_left_out(hub: FakeHub, open_window: OpenWindow) -> None:
    _, room = open_models(open_window)
    results = room.page.discover.results
    too_large = {e.key for e in results.entries() if e.badge is not None and e.badge.tone is BadgeTone.BAD}

    room.page.discover.fits_chip.click()

    assert too_large.isdisjoint(names(room))
    assert hub.faults.seen == []


def test_a_models_page_says_what_it_is_and_what_fits(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)

    choose(room, qtbot, RECOMMENDED)

    panel = room.page.model_panel
    facts = panel.facts.texts()
    assert facts["Licence"].startswith("Apache 2.0: Free for any use")
    assert facts["Context"] == "32,768 tokens"
    assert [card.entry.name for card in panel.cards()] == ["Q4_K_M", "Q8_0"]
    assert sum(card.entry.is_recommended for card in panel.cards()) == 1
    assert all(card.entry.badge is not None for card in panel.cards())
    assert "Weights" in panel.box.accessibleName()


@pytest.mark.parametrize(
    "text",
    [f"https://huggingface.co/{RECOMMENDED}", f"aside://open?repo={RECOMMENDED}&file=Qwen3-0.6B-Q8_0.gguf"],
)
def test_a_pasted_address_opens_the_page_and_downloads_nothing(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, text: str
) -> None:
    _, room = open_models(open_window)

    room.page.discover.field.setText(text)
    room.page.discover.field.returnPressed.emit()

    qtbot.waitUntil(lambda: not room.page.model_panel.box.isHidden())
    assert room.panel.repo == RECOMMENDED
    assert room.downloads._queue.items() == ()


@pytest.mark.qt_log_ignore("raise", extend=True)
def test_a_link_given_to_the_app_opens_the_page(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()

    assembly.open_file(f"aside://open?repo={RECOMMENDED}&file=Qwen3-0.6B-Q8_0.gguf")

    room = services_of(assembly).models
    qtbot.waitUntil(lambda: not room.page.model_panel.box.isHidden())
    chosen = [card.entry.name for card in room.page.model_panel.cards() if card.property("chosen") == "true"]
    assert chosen == ["Q8_0"]


def test_a_link_that_names_no_model_is_told_as_a_link(open_window: OpenWindow) -> None:
    assembly = open_window()

    assembly.open_file("aside://models/owner")

    assert assembly.content.page.notices.accessibleName().startswith("This link names no model: aside://models/owner ")


def test_a_download_ends_verified_and_can_be_used_at_once(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, room = open_models(open_window)
    download(room, qtbot, RECOMMENDED, quantization="Q4_K_M")

    qtbot.waitUntil(lambda: room.page.library.models.rowCount() == 2)
    card = room.page.model_panel.cards()[0]
    qtbot.waitUntil(lambda: card.entry.action is CardAction.USE)
    card.button.click()

    assert session_of(assembly).model_status.name == "Qwen3-0.6B-Q4_K_M"
    assert assembly.content.page.isVisible()
    assert not room.page.isVisible()


@pytest.mark.parametrize("end", ["used elsewhere", "removed"])
def test_nobody_is_told_of_a_ready_download_that_is_in_use_or_gone(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, end: str
) -> None:
    assembly, room = open_models(open_window)
    download(room, qtbot, RECOMMENDED, quantization="Q4_K_M")
    qtbot.waitUntil(lambda: room.page.library.models.rowCount() == 2)
    qtbot.waitUntil(lambda: not room.page.bar.isHidden())
    (ready,) = (model for model in room.hub.service.library.list() if "Q4_K_M" in model.name)

    if end == "used elsewhere":
        services_of(assembly).picker.choose(str(ready.path))
        qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)
    else:
        room.library._remove(ready)

    qtbot.waitUntil(lambda: room.page.bar.isHidden())


def test_a_download_can_be_paused_resumed_and_given_up(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    hub.pause_s = 0.05
    download(room, qtbot, "org/Big-GGUF", quantization="Q4_K_M")
    qtbot.waitUntil(lambda: room.page.bar.isVisible() and any(d.received_bytes for d in room.downloads._queue.items()))
    (queued,) = room.downloads._queue.items()
    card = room.page.downloads.card(queued.id)

    card.button(DownloadAction.PAUSE).click()
    qtbot.waitUntil(lambda: not card.button(DownloadAction.RESUME).isHidden())
    assert button(room.page.bar, "Resume").isVisible()
    card.button(DownloadAction.RESUME).click()
    qtbot.waitUntil(lambda: not card.button(DownloadAction.PAUSE).isHidden())
    assert button(room.page.bar, "Pause").isVisible()
    card.button(DownloadAction.CANCEL).click()
    assert room.downloads._queue.items(), "what has arrived is not deleted without a second word"
    room.page.show_tab(Tab.DOWNLOADS)
    room.page.show_tab(Tab.DISCOVER)
    assert not card.confirm_buttons()[0].isVisibleTo(card), "who walks away does not give it up"
    card.button(DownloadAction.CANCEL).click()
    card.confirm_buttons()[0].click()

    qtbot.waitUntil(lambda: room.downloads._queue.items() == () and room.page.bar.isHidden())


def test_a_download_that_fails_says_why_and_what_to_do(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    search(room, qtbot, "big")
    choose(room, qtbot, "org/Big-GGUF")
    hub.faults.always = Fault.HUB_403
    room.page.model_panel.cards()[0].button.click()

    qtbot.waitUntil(lambda: any(d.problem is not None for d in room.downloads._queue.items()))
    (queued,) = room.downloads._queue.items()
    card = room.page.downloads.card(queued.id)
    qtbot.waitUntil(lambda: card.button(DownloadAction.RESUME).text() == "Try again")
    assert "access" in card.accessibleName()


def test_a_gated_model_asks_for_a_token_and_takes_it(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    search(room, qtbot, "locked")
    choose(room, qtbot, "org/Locked-GGUF")
    gated = room.page.model_panel.gated
    assert not gated.isHidden()

    gated.token.token_entered.emit("hf_good")

    qtbot.waitUntil(gated.isHidden)
    assert room.page.model_panel.cards()[0].entry.badge is not None


def test_a_problem_is_told_quietly_and_can_be_tried_again(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    hub.faults.always = Fault.HUB_429
    room.page.discover.field.setText("qwen3")
    notice = room.page.discover.notice
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert "too many requests" in notice.accessibleName()

    hub.faults.always = None
    notice.action.click()

    qtbot.waitUntil(lambda: names(room) == [RECOMMENDED])
    assert notice.isHidden()


def test_a_search_goes_on_by_itself_when_the_told_wait_is_over(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    _, room = open_models(open_window)
    hub.faults.wait_s = 2
    hub.faults.order(Fault.HUB_429)
    room.page.discover.field.setText("qwen3")
    notice = room.page.discover.notice
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert "in 2 s" in notice.accessibleName()

    qtbot.waitUntil(lambda: names(room) == [RECOMMENDED])

    assert notice.isHidden()
    assert len(hub.faults.requests(port="hub")) == 2


def test_a_wait_that_was_closed_asks_nobody(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    hub.faults.wait_s = 1
    hub.faults.order(Fault.HUB_429)
    room.page.discover.field.setText("qwen3")
    notice = room.page.discover.notice
    qtbot.waitUntil(lambda: not notice.isHidden())

    next(b for b in notice.findChildren(QPushButton) if b.text() == "Dismiss").click()
    qtbot.wait(1600)

    assert notice.isHidden()
    assert len(hub.faults.requests(port="hub")) == 1


def test_the_offline_switch_is_honoured(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, paths: AppPaths) -> None:
    stay_offline(paths)
    _, room = open_models(open_window)

    room.page.discover.field.setText("qwen3")

    qtbot.waitUntil(lambda: not room.page.discover.notice.isHidden())
    assert "stay offline" in room.page.discover.notice.accessibleName()
    assert hub.faults.seen == []


def test_a_recommended_model_that_is_gone_is_hidden(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    gone = next(name for name in names(room) if name != RECOMMENDED)
    hub.tokens["hf_good"] = "ada"
    room.hub.service.clients.access.set_token("hf_good")

    room.panel.show_address(HubAddress(gone))

    qtbot.waitUntil(lambda: gone not in names(room))


def test_escape_a_conversation_and_the_shortcut_lead_back(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, room = open_models(open_window)
    QTest.keyClick(room.page.discover.field, Qt.Key.Key_Escape)
    assert assembly.content.page.isVisible()

    services_of(assembly).models.toggle()
    assert room.page.isVisible()
    assembly.content.sidebar.new_chat.click()

    assert assembly.content.page.isVisible()
    assert not room.page.isVisible()


def test_in_a_narrow_window_the_panel_takes_the_place_of_the_list(hub: FakeHub, open_window: OpenWindow) -> None:
    assembly, room = open_models(open_window)
    assembly.window.resize(700, 700)
    page = room.page
    assert not page.model_panel.isVisible()

    page.open_panel()
    assert page.model_panel.isVisible()
    assert not page.discover.isVisible()

    page.close_panel()
    assert page.discover.isVisible()


def test_the_panel_has_its_place_as_soon_as_it_is_shown(hub: FakeHub, open_window: OpenWindow) -> None:
    _, room = open_models(open_window)
    page = room.page
    page.show_tab(Tab.DOWNLOADS)
    page.resize(1100, 700)

    page.show_tab(Tab.DISCOVER)
    assert not page._panels.isVisible(), "of nothing it takes no place"
    assert page.discover.width() == page.width()
    page.model_panel.set_title("Qwen3-8B")

    assert page._panels.isVisible()
    assert not page._centre.geometry().intersects(page._panels.geometry())
    assert page._panels.geometry().right() == page.rect().right()


def test_the_list_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = ResultListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_entries([ResultEntry("a", "A"), ResultEntry("b", "B")])
    model.add_entries([ResultEntry("b", "B"), ResultEntry("c", "C")])
    model.remove("a")
    model.remove("not there")

    assert [entry.key for entry in model.entries()] == ["b", "c"]


def test_downloads_of_the_last_run_are_there_again(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly, room = open_models(open_window)
    hub.pause_s = 0.05
    download(room, qtbot, "org/Big-GGUF", quantization="Q4_K_M")
    qtbot.waitUntil(lambda: any(d.received_bytes for d in room.downloads._queue.items()))
    assembly.close()

    _, again = open_models(open_window)

    again.page.show_tab(Tab.DOWNLOADS)
    (queued,) = again.downloads._queue.items()
    assert not again.page.downloads.card(queued.id).button(DownloadAction.RESUME).isHidden()


def test_a_model_that_became_ready_is_noticed_once_while_others_arrive(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, room = open_models(open_window)
    download(room, qtbot, RECOMMENDED, quantization="Q4_K_M")
    qtbot.waitUntil(lambda: any(d.model is not None for d in room.downloads._queue.items()))
    qtbot.wait(300)
    looked: list[ModelPage] = []

    def look(page: ModelPage, stop: StopSignal) -> PageChoice:
        looked.append(page)
        return PageChoice(page, ())

    monkeypatch.setattr(room.hub.service, "choose", look)
    hub.pause_s = 0.02
    page = room.hub.service.catalogue.page("org/Big-GGUF")
    room.downloads.add(DownloadPlan.of(page, page.quantizations[0]))
    big = room.downloads._queue.items()[-1].id
    qtbot.waitUntil(lambda: big in room.page.downloads._cards)
    qtbot.waitUntil(lambda: "left" in room.page.downloads.card(big).accessibleName())
    qtbot.wait(1200)

    assert looked == []
    room.page.downloads.card(big).action_asked.emit(DownloadAction.CANCEL)
