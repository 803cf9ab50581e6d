"""Builds an engine pack: llama.cpp's module for one kind of graphics card, as a file that `aside engine install` takes.

    python packaging/build_pack.py cuda|vulkan|rocm --sdist FILE --output DIR [--jobs N] [--architectures LIST]

Needs the kind's compiler (nvcc; glslc and Vulkan's headers, as in its SDK; hipcc) and the source archive of the
llama-cpp-python that build_engine.py builds: a module fits only the engine of its own version. ASIDE_SIGNING_KEY signs
the pack.
`--module FILE` packs libraries that are built already, the first of them being the module.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import hashlib
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parent / "linux"))

import sign
from build_engine import VERSION
from check_symbols import too_new_of
from lower_symbol_versions import CannotLower, lowered

OPTIONS = {
    "cuda": ["-DGGML_CUDA=ON", "-DGGML_CUDA_FORCE_MMQ=OFF", "-DGGML_CUDA_NCCL=OFF"],
    "vulkan": ["-DGGML_VULKAN=ON"],
    "rocm": ["-DGGML_HIP=ON"],
}
TARGETS = {"cuda": "ggml-cuda", "vulkan": "ggml-vulkan", "rocm": "ggml-hip"}
CUDA_ARCHITECTURES = "75-virtual;80-virtual;86-real;89-real;90-virtual;120-virtual"
"""Turing and later; code for what is between is made by the driver at the first start."""
ROCM_ARCHITECTURES = "gfx1030;gfx1100;gfx1101;gfx1102;gfx1200;gfx1201"
OLDEST_VULKAN = (1, 3, 272)
"""The headers that have VK_EXT_layer_settings."""
_RUNTIME = {"cuda": r"lib(cudart|cublas|cublasLt)\.so\.\d+$"}
"""Libraries that go into the pack. The driver's own (libcuda, libvulkan) are the system's, and so is all of ROCm: its
libraries read gigabytes of kernels from folders beside them."""
_COMPILERS = {"cuda": "nvcc"}
"""Beside them lie the libraries, wherever the toolkit was put."""
_LIFETIME = dt.timedelta(days=730)
"""After it a pack is no longer installed; one that is installed goes on."""
_COMPRESSION = 6
"""CUDA's libraries are hundreds of megabytes: the highest takes three times as long and saves a hundredth."""


def main() -> int:
    """Build or take the module, and pack it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("backend", choices=sorted(OPTIONS))
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--sdist", type=Path, help="source archive of llama-cpp-python")
    parser.add_argument("--module", type=Path, action="append", default=[], help="a library that is built already")
    parser.add_argument("--work", type=Path, help="where to compile; kept, so that a second try goes on there")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--architectures", help="of the cards; the default is what most people have")
    parser.add_argument("--without-runtime", action="store_true", help="leave CUDA's own libraries out")
    arguments = parser.parse_args()
    if not arguments.module and arguments.sdist is None:
        parser.error("--sdist or --module is needed")
    arguments.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = arguments.work or Path(folder)
        files = arguments.module or [build(arguments.backend, arguments.sdist, work, arguments)]
        make_loadable(files)
        if not arguments.without_runtime:
            files = [*files, *runtime_libraries(arguments.backend, files)]
        pack = assemble(arguments.backend, files, arguments.output)
    print(f"{pack} ({pack.stat().st_size / 1e6:.0f} MB)")
    return 0


def build(backend: str, sdist: Path, work: Path, arguments: argparse.Namespace) -> Path:
    """Build the module from the source archive and return it."""
    if not list(work.glob("llama_cpp_python-*")):
        with tarfile.open(sdist) as archive:
            archive.extractall(work, filter="data")
    (source,) = work.glob("llama_cpp_python-*/vendor/llama.cpp")
    options = [
        "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=ON", "-DGGML_NATIVE=OFF", "-DGGML_BACKEND_DL=ON",
        *(f"-DLLAMA_BUILD_{part}=OFF" for part in ("COMMON", "TESTS", "TOOLS", "EXAMPLES", "SERVER", "APP", "UI")),
        "-DCMAKE_BUILD_WITH_INSTALL_RPATH=ON", "-DCMAKE_INSTALL_RPATH=$ORIGIN", *OPTIONS[backend],
    ]  # fmt: skip
    if backend == "vulkan":
        check_vulkan_headers()
    if backend == "cuda":
        options.append(f"-DCMAKE_CUDA_ARCHITECTURES={arguments.architectures or CUDA_ARCHITECTURES}")
    if backend == "rocm":
        options.append(f"-DAMDGPU_TARGETS={arguments.architectures or ROCM_ARCHITECTURES}")
    if shutil.which("ninja"):
        options += ["-G", "Ninja"]
    subprocess.run(["cmake", "-S", str(source), "-B", str(work / "build"), *options], check=True)
    command = ["cmake", "--build", str(work / "build"), "--target", TARGETS[backend], "--config", "Release"]
    subprocess.run([*command, "--parallel", str(arguments.jobs)], check=True)
    pattern = f"{TARGETS[backend]}.dll" if platform.system() == "Windows" else f"lib{TARGETS[backend]}.so"
    return next((work / "build").rglob(pattern))


def make_loadable(files: list[Path]) -> None:
    """Lower symbol versions; end the script where a module still asks for newer libraries than Aside itself does."""
    if platform.system() != "Linux":
        return
    for file in files:
        with contextlib.suppress(CannotLower):
            file.write_bytes(lowered(file.read_bytes()))
    lines = [f"{file.name}: {line}" for file in files for line in too_new_of(file)]
    if lines:
        raise SystemExit("Too new for the systems that Aside supports:\n" + "\n".join(lines))


def check_vulkan_headers() -> None:
    """End the script where the headers lack what ggml uses, before a quarter of an hour of compiling shows it."""
    folder = Path(os.environ["VULKAN_SDK"]) / "include" if os.environ.get("VULKAN_SDK") else Path("/usr/include")
    header = folder / "vulkan" / "vulkan_core.h"
    text = header.read_text(encoding="utf-8") if header.is_file() else ""
    complete = re.search(r"VK_HEADER_VERSION_COMPLETE VK_MAKE_API_VERSION\(0, (\d+), (\d+), VK_HEADER_VERSION\)", text)
    patch = re.search(r"#define VK_HEADER_VERSION (\d+)", text)
    if complete and patch and (int(complete[1]), int(complete[2]), int(patch[1])) >= OLDEST_VULKAN:
        return
    wanted = ".".join(map(str, OLDEST_VULKAN))
    raise SystemExit(f"Vulkan headers {wanted} or newer are needed; {header} has others. VULKAN_SDK names their place.")


def runtime_libraries(backend: str, modules: list[Path]) -> list[Path]:
    """Return the libraries of the kind's toolkit that the modules need and the pack may bring, copied beside them."""
    pattern = _RUNTIME.get(backend)
    if pattern is None or platform.system() != "Linux":
        return []
    compiler = shutil.which(_COMPILERS[backend])
    toolkit = Path(compiler).resolve().parents[1] if compiler else Path("/nowhere")
    places = [str(toolkit / "lib64"), str(toolkit / "lib"), os.environ.get("LD_LIBRARY_PATH", "")]
    environment = {**os.environ, "LD_LIBRARY_PATH": os.pathsep.join(filter(None, places))}
    found: dict[str, Path] = {}
    for module in modules:
        command = ["ldd", str(module)]
        listed = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
        for name, place in re.findall(r"^\s*(\S+) => (/\S+|not found)", listed, re.MULTILINE):
            if re.search(pattern, name):
                if place == "not found":
                    raise SystemExit(f"{name} was not found; name its folder in LD_LIBRARY_PATH")
                found[name] = Path(place)
    return [shutil.copy(place.resolve(), modules[0].parent / name) for name, place in found.items()]


def assemble(backend: str, files: list[Path], output: Path) -> Path:
    """Write the pack of these files, the first being the module; signed where there is a key."""
    now = dt.datetime.now(tz=dt.UTC)
    manifest = {
        "name": backend,
        "backend": backend,
        "engine": VERSION,
        "system": platform.system(),
        "machine": platform.machine(),
        "modules": [files[0].name],
        "files": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files},
        "sizes": {file.name: file.stat().st_size for file in files},
        "made_on": now.isoformat(timespec="seconds"),
        "expires_on": (now + _LIFETIME).date().isoformat(),
    }
    content = json.dumps(manifest, indent=1).encode()
    entries = {"pack.json": content}
    key = sign.key_of_environment()
    if key is not None:
        entries["pack.json.sig"] = key.sign(sign.signed_text("pack", content))
    else:
        print("No ASIDE_SIGNING_KEY: the pack is not signed, and installs with --trust only.", file=sys.stderr)
    system, machine = platform.system().lower(), platform.machine()
    target = output / f"aside-pack-{backend}-{VERSION}-{system}-{machine}.tar.gz"
    with tarfile.open(target, "w:gz", compresslevel=_COMPRESSION) as archive:
        for name, data in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for file in files:
            archive.add(file.resolve(), file.name)
    return target


if __name__ == "__main__":
    sys.exit(main())
