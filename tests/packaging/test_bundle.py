"""What goes into a bundle, and that its description is whole for every system."""

from __future__ import annotations

import plistlib
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import msgspec
import pytest

from app.diagnostics.report import diagnostic_report
from app.paths import AppPaths
from tests.packaging.conftest import ROOT, Script


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Svg.so.6", True),
        ("PySide6/Qt/lib/libQt6XcbQpa.so.6", True),
        ("PySide6/Qt/lib/libQt6WaylandClient.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libQt6QmlModels.so.6", False),
        ("PySide6\\Qt6Designer.dll", False),
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", True),
        ("libcups.so.2", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/networkinformation/libqglib.so", False),
        ("PySide6/Qt/translations/qt_de.qm", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6\\translations\\qtbase_zh_CN.qm", True),
        ("resources/translations/aside_de.qm", True),
        ("resources/translations/aside_de.ts", True),
        ("resources/translations/README.md", False),
        ("resources/starter/README.md", True),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("qtawesome/fonts/remixicon-2.5.0.ttf", True),
        ("qtawesome/fonts/fontawesome6-solid-webfont-6.7.2.ttf", False),
        ("libstdc++.so.6", False),
        ("libgcc_s.so.1", False),
        ("libgomp.so.1", True),
        ("resources/starter/aside-starter-q8_0.gguf", True),
        ("llama_cpp/include/llama.h", False),
    ],
)
def test_a_bundle_holds_what_is_used(script: Script, name: str, is_wanted: bool) -> None:
    assert script("bundle_contents.py").is_wanted((name, "/somewhere", "BINARY")) is is_wanted


def test_a_bundle_holds_every_part_of_qt_that_the_window_imports(script: Script) -> None:
    contents = script("bundle_contents.py")
    sources = [file.read_text(encoding="utf-8") for room in ("app", "ui") for file in (ROOT / room).rglob("*.py")]
    parts = {part for source in sources for part in re.findall(r"from PySide6\.Qt(\w+) import", source)}

    assert {"Widgets", "Svg", "PrintSupport"} <= parts
    names = [
        name
        for part in parts
        for name in (f"PySide6/Qt{part}.abi3.so", f"PySide6/Qt/lib/libQt6{part}.so.6", f"PySide6\\Qt6{part}.dll")
    ]
    assert [name for name in names if not contents.is_wanted((name, "/somewhere", "BINARY"))] == []
    assert not {f"PySide6.Qt{part}" for part in parts} & set(contents.NEVER_IMPORTED)


def test_a_bundle_knows_the_versions_that_the_diagnostic_report_tells(script: Script, tmp_path: Path) -> None:
    report = diagnostic_report(AppPaths.from_environment({"ASIDE_HOME": str(tmp_path)}), settings={})

    told = re.findall(r"^  (\w+) ", report.split("\n\n")[0], re.MULTILINE)
    assert {"aside", "PySide6_Essentials"} <= set(told)
    assert set(told) - {"Python"} <= set(script("bundle_contents.py").METADATA)


class Recorder:
    """Stands for PyInstaller's part of a description: keeps what it is told."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.programs: dict[str, bool] = {}
        self.collected: list[tuple[str, str, str]] = []
        self.app: dict[str, Any] = {}

    def names(self) -> dict[str, Any]:
        def analysis(*_scripts: object, **told: Any) -> SimpleNamespace:
            return SimpleNamespace(
                datas=[("resources/x", "x", "DATA"), ("PySide6/Qt/qml/y", "y", "DATA")],
                binaries=[("llama_cpp/lib/libllama.so", "x", "BINARY"), *told["binaries"]],
                scripts=[],
                pure=[],
            )

        def program(*_parts: object, **told: Any) -> str:
            self.programs[told["name"]] = told["console"]
            return str(told["name"])

        def collect(*parts: Any, **_told: object) -> str:
            for part in parts:
                if isinstance(part, list):
                    self.collected += part
            return "bundle"

        def bundle(*_parts: object, **told: Any) -> None:
            self.app = told

        return {
            "Analysis": analysis,
            "PYZ": lambda pure: pure,
            "EXE": program,
            "COLLECT": collect,
            "BUNDLE": bundle,
            "SPECPATH": str(ROOT / "packaging"),
            "workpath": str(self.work),
        }


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_the_description_is_whole_on_systems_that_are_not_here(
    script: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str
) -> None:
    hooks = ModuleType("PyInstaller.utils.hooks")
    for name in ("collect_data_files", "collect_submodules", "copy_metadata"):
        setattr(hooks, name, lambda _package: [])
    for name, module in (
        ("PyInstaller", ModuleType("PyInstaller")),
        ("PyInstaller.utils", ModuleType("PyInstaller.utils")),
        ("PyInstaller.utils.hooks", hooks),
    ):
        monkeypatch.setitem(sys.modules, name, module)
    script("bundle_contents.py")
    recorder = Recorder(tmp_path)
    text = (ROOT / "packaging" / "aside.spec").read_text(encoding="utf-8")
    code = compile(text, "aside.spec", "exec")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", platform)
        exec(code, recorder.names())

    assert recorder.programs == {"AsideApp": False, "aside": True}
    names = [name for name, _, _ in recorder.collected]
    assert "resources/x" in names
    assert "PySide6/Qt/qml/y" not in names
    assert "resources/third-party-notices.txt" in names
    assert not [name for name in names if name.startswith("spare/")]
    assert ("vcomp140.dll" in names) is (platform == "win32")
    assert ("msvcp140.dll" in names) is (platform == "win32")
    assert bool(recorder.app) is (platform == "darwin")
    if recorder.app:
        about = recorder.app["info_plist"]
        assert about["LSBackgroundOnly"] is False, "the console program would make it an app without a window"
        assert about["CFBundleExecutable"] in recorder.programs
        assert about["CFBundleVersion"] == recorder.app["version"]
        assert plistlib.loads(plistlib.dumps(about)) == about
    engine = [kind for name, _, kind in recorder.collected if name.startswith("llama_cpp/lib/")]
    assert engine
    assert set(engine) == {"DATA" if platform == "darwin" else "BINARY"}


def test_the_rights_of_the_app_on_macos_are_a_sound_list() -> None:
    rights = plistlib.loads((ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes())

    assert rights
    assert all(name.startswith("com.apple.security.") and value is True for name, value in rights.items())


def test_the_engine_is_built_of_the_version_that_the_app_asks_for(script: Script) -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    (asked,) = [line for line in dependencies if line.startswith("llama-cpp-python")]

    assert asked.startswith(f"llama-cpp-python>={script('build_engine.py').VERSION},")


@pytest.mark.parametrize("system", ["Linux", "Darwin", "Windows"])
def test_no_engine_is_built_for_the_build_machine_alone(script: Script, system: str) -> None:
    options = script("build_engine.py").cmake_arguments(system, "x86_64")

    assert {"-DGGML_NATIVE=OFF", "-DGGML_BACKEND_DL=ON", "-DGGML_CPU_ALL_VARIANTS=ON"} <= set(options)


def test_the_release_builds_every_system_and_needs_no_secret() -> None:
    workflow = msgspec.yaml.decode((ROOT / ".github" / "workflows" / "release.yml").read_bytes())
    jobs = workflow["jobs"]
    runners = [entry["machine"] for job in ("linux", "macos") for entry in jobs[job]["strategy"]["matrix"]["include"]]

    assert sorted(runners) == ["aarch64", "arm64", "x86_64", "x86_64"]
    assert jobs["attach"]["needs"] == ["linux", "old-processors", "macos-image", "windows-installer"]
    assert all("keys" in jobs[job]["needs"] for job in ("linux", "macos", "windows"))
    for job in jobs.values():
        for step in job.get("steps", ()):
            assert "secrets." not in str(step.get("if", "")) + str(step.get("run", "")), "a secret belongs into env"
            for word in step.get("run", "").split():
                file = word.replace("\\", "/")
                if file.startswith("packaging/"):
                    assert (ROOT / Path(file)).exists(), file
