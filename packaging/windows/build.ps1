# Makes the installer and the portable zip on Windows (x86-64).
#
#     powershell -File packaging\windows\build.ps1 -Output DIR [-Engine WHEEL]
#
# Needs Visual Studio's C++ compiler and Inno Setup 6 or newer. The engine has a module for each generation of
# processors, from plain x86-64 on, so that no instruction of the build machine is asked of others. WINDOWS_SIGN_COMMAND,
# with {} for the file, signs programs and installer; without it nothing is signed.
param([Parameter(Mandatory = $true)][string]$Output, [string]$Engine = "")

$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
$here = $PSScriptRoot
$root = (Resolve-Path "$here\..\..").Path
$work = "$root\build\windows"
New-Item -ItemType Directory -Force $Output, $work | Out-Null
$Output = (Resolve-Path $Output).Path
$version = (Select-String -Path "$root\pyproject.toml" -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

function Invoke-Signing([string]$File) {
    if (-not $env:WINDOWS_SIGN_COMMAND) { Write-Warning "No WINDOWS_SIGN_COMMAND: $File is not signed."; return }
    $command = $env:WINDOWS_SIGN_COMMAND.Replace("{}", "`"$File`"")
    Invoke-Checked "cmd" @("/c", $command)
}

if (-not $Engine) {
    Invoke-Checked "python" @("$root\packaging\build_engine.py", "--output", "$work\engine")
    $Engine = (Get-ChildItem "$work\engine\*.whl")[0].FullName
}
Invoke-Checked "python" @("-m", "venv", "--clear", "$work\environment")
$python = "$work\environment\Scripts\python.exe"
Invoke-Checked $python @("-m", "pip", "install", "--quiet", $Engine)
Invoke-Checked $python @("-m", "pip", "install", "--quiet", $root, "pyinstaller>=6.11,<7", "cryptography>=43")
Invoke-Checked $python @("$root\packaging\make_icons.py", "$work\icons")
Copy-Item "$work\icons\aside.ico" "$here\aside.ico" -Force
Invoke-Checked $python @("-m", "PyInstaller", "$root\packaging\aside.spec", "--noconfirm", "--log-level", "WARN",
    "--distpath", "$work\dist", "--workpath", "$work\pyinstaller")
$bundle = "$work\dist\aside"
foreach ($name in "AsideApp.exe", "aside.exe") { Invoke-Signing "$bundle\$name" }

$env:QT_QPA_PLATFORM = "offscreen"
Invoke-Checked "$bundle\aside.exe" @("self-check")
Remove-Item Env:QT_QPA_PLATFORM

$portable = "$work\portable\Aside-$version"
Remove-Item -Recurse -Force "$work\portable" -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force $portable | Out-Null
Copy-Item -Recurse "$bundle\*" $portable
New-Item -ItemType Directory -Force "$portable\aside-home" | Out-Null   # keeps everything beside the program
Set-Content "$portable\aside-home\README.txt" "Conversations, settings and models of this copy of Aside are kept here."
Compress-Archive -Path $portable -DestinationPath "$Output\Aside-$version-windows-x86_64-portable.zip" -Force

$compiler = (Get-Command iscc -ErrorAction SilentlyContinue).Source
if (-not $compiler) {
    $places = $env:ProgramFiles, ${env:ProgramFiles(x86)} | ForEach-Object { "$_\Inno Setup *\ISCC.exe" }
    $compiler = (Get-ChildItem $places -ErrorAction SilentlyContinue | Sort-Object FullName | Select-Object -Last 1).FullName
    if (-not $compiler) { throw "Inno Setup is not installed." }
}
Invoke-Checked $compiler @("/Qp", "/DVersion=$version", "/DBundle=$bundle", "/DOutput=$Output", "$here\aside.iss")
Invoke-Signing "$Output\Aside-$version-windows-x86_64-setup.exe"
