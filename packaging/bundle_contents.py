"""What belongs into a bundle and what does not: lists and filters for `aside.spec`.

An entry is PyInstaller's (name in the bundle, file, kind). Names may have either kind of slash.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]

NEVER_IMPORTED = [
    "_pytest", "click", "curses", "distutils", "ensurepip", "hf_xet", "hypothesis", "idlelib", "IPython", "lib2to3",
    "llama_cpp.server", "llm", "matplotlib", "mypy", "numpy.f2py", "openai", "pandas", "PIL", "pip", "pydoc_data",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "pytest", "qtpy.QtWebEngineCore", "readline", "requests", "rich",
    "scipy", "setuptools", "shellingham", "tabulate", "tkinter", "torch", "transformers", "turtle", "typer", "urllib3",
    "uvicorn", "wheel",
]  # fmt: skip
"""Modules that some library would import if they were there, and Aside never needs. `readline` is under the GPL."""

METADATA = [
    "aside", "huggingface_hub", "keyring", "llama_cpp_python", "numpy", "PySide6_Essentials", "tqdm", "filelock",
    "packaging", "pyyaml", "mcp", "opentelemetry-api", "pydantic",
]  # fmt: skip
"""Distributions that are asked for their version or their entry points when the app runs."""

_UNUSED_PLUGINS = (
    "designer", "egldeviceintegrations", "generic", "networkinformation", "qmllint", "qmltooling", "sqldrivers", "tls",
    "vectorimageformats", "wayland-graphics-integration-server",
)  # fmt: skip
"""Qt asks no network: Python does."""
_UNUSED_FILES = re.compile(
    rf"""
    /plugins/({"|".join(_UNUSED_PLUGINS)})/
    | /plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|minimal)\b
    | /plugins/platforms/q(minimal|direct2d)\b
    | /plugins/platformthemes/libqgtk3\b           # would bundle GTK; the portal's dialogs are used instead
    | /plugins/platforminputcontexts/.*virtualkeyboard
    | /plugins/imageformats/.*q?(pdf|tga|tiff|wbmp|icns)\b
    | /translations/(?!qtbase_(de|zh_CN)\.|aside_)   # the words of Qt itself, in the languages of the window
    | /(qml|metatypes|libexec)/
    | /(lib)?Qt6?(3D|Bluetooth|Charts|Designer|EglFs|EglFsKmsSupport|Help|Labs|Location|Multimedia|Pdf|Positioning
        |Qml|QmlModels|QmlMeta|QmlWorkerScript|Quick|Sensors|ShaderTools|Sql|Test|UiTools|VirtualKeyboard
        |WebChannel|WebEngine|WebSockets)\w*\b
    | (^|/)lib(gtk|gdk|pango|cairo|atk|harfbuzz-gobject)[-\w]*\.so
    | /resources/translations/.*\.md$            # a changed language is looked up in the .ts files
    | (^|/)(include|cmake|pkgconfig)/
    | \.(pyi|h|hpp|cpp|lib|a|cmake)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SYSTEM_LIBRARIES = re.compile(r"^lib(stdc\+\+|gcc_s|cups)\.so")
"""Of the system on Linux: those of the build machine may ask for a newer libc than the bundle may, and CUPS belongs to
the printers of the system: where it is, Qt's plugin for printers works; without it there is printing into a PDF."""

_ICON_FONT = re.compile(r"^qtawesome/fonts/(?!remixicon-)")

SPARE_LIBRARIES = (
    "libGL.so.1", "libEGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libOpenGL.so.0", "libxcb.so.1", "libXau.so.6",
    "libXdmcp.so.6", "libbsd.so.0", "libmd.so.0", "libwayland-client.so.0", "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
)  # fmt: skip
"""Used only where the system has none: the system's know its graphics driver. Each before those that need it."""

RUNTIME_OF_WINDOWS = ("vcomp140.dll", "msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll")
"""OpenMP and the C++ library of Visual Studio; a fresh Windows has none of them."""

WINDOW_SYSTEM_LIBRARIES = (
    "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-randr.so.0",
    "libxcb-render-util.so.0", "libxcb-render.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1",
    "libxcb-util.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0",
    "libxkbcommon.so.0", "libX11-xcb.so.1", "libX11.so.6", "libdbus-1.so.3", "libfontconfig.so.1", "libgomp.so.1",
)  # fmt: skip
"""What Qt's plugins and the engine load on Linux; a bare system lacks some of it."""


def is_wanted(entry: Entry) -> bool:
    """Whether a bundle needs this file."""
    name = "/" + PurePosixPath(entry[0].replace("\\", "/")).as_posix()
    if _UNUSED_FILES.search(name) or _ICON_FONT.search(name[1:]):
        return False
    return not _SYSTEM_LIBRARIES.match(Path(name).name)


def wanted(entries: list[Entry]) -> list[Entry]:
    """Return the entries that a bundle needs."""
    return [entry for entry in entries if is_wanted(entry)]


def engine_entries(engine: Path, *, as_data: bool) -> list[Entry]:
    """Return the engine's libraries. As data they are taken as they are, without a second copy of what they need."""
    kind = "DATA" if as_data else "BINARY"
    return [(f"llama_cpp/lib/{file.name}", str(file), kind) for file in sorted(engine.iterdir()) if file.is_file()]
