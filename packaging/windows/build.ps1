# Makes the bundle on Windows (x86-64), a folder `aside` in the output folder with its icon beside it, and tries it.
#
#     powershell -File packaging\windows\build.ps1 -Output DIR [-Engine WHEEL]
#
# Needs Visual Studio's C++ compiler. The engine has a module for each generation of processors, from plain x86-64 on, so
# that no instruction of the build machine is asked of others. installer.ps1 signs and packs, where nothing is installed.
param([Parameter(Mandatory = $true)][string]$Output, [string]$Engine = "")

$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
$here = $PSScriptRoot
$root = (Resolve-Path "$here\..\..").Path
$work = "$root\build\windows"
New-Item -ItemType Directory -Force $Output, $work | Out-Null
$Output = (Resolve-Path $Output).Path

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

Invoke-Checked "python" @("-m", "venv", "--clear", "$work\environment")
$python = "$work\environment\Scripts\python.exe"
$pip = @("-m", "pip", "install", "--quiet")
Invoke-Checked $python ($pip + @("--require-hashes", "-r", "$root\packaging\constraints\release.txt"))
if (-not $Engine) {
    Invoke-Checked $python @("$root\packaging\build_engine.py", "--output", "$work\engine")
    $Engine = (Get-ChildItem "$work\engine\*.whl")[0].FullName
}
Invoke-Checked $python ($pip + @("--no-deps", $Engine))
Invoke-Checked $python ($pip + @("--no-deps", "--no-build-isolation", $root))
Invoke-Checked $python @("$root\packaging\make_icons.py", "$work\icons")
Copy-Item "$work\icons\aside.ico" "$here\aside.ico" -Force
Invoke-Checked $python @("-m", "PyInstaller", "$root\packaging\aside.spec", "--noconfirm", "--log-level", "WARN",
    "--distpath", "$work\dist", "--workpath", "$work\pyinstaller")
$bundle = "$work\dist\aside"

$env:QT_QPA_PLATFORM = "offscreen"
Invoke-Checked "$bundle\aside.exe" @("self-check")
Remove-Item Env:QT_QPA_PLATFORM
Remove-Item -Recurse -Force "$Output\aside" -ErrorAction SilentlyContinue
Copy-Item -Recurse $bundle "$Output\aside"
Copy-Item "$here\aside.ico" "$Output\aside.ico" -Force
