# Signs the bundle that build.ps1 made, and makes the installer and the portable zip of it: no code of others runs here.
#
#     powershell -File packaging\windows\installer.ps1 -Bundle DIR\aside -Output DIR
#
# Needs Inno Setup 6.3 or newer. WINDOWS_SIGN_COMMAND, with {} for the file, signs programs and installer; without it
# nothing is signed.
param([Parameter(Mandatory = $true)][string]$Bundle, [Parameter(Mandatory = $true)][string]$Output)

$ErrorActionPreference = "Stop"
$here = $PSScriptRoot
$root = (Resolve-Path "$here\..\..").Path
$work = "$root\build\windows"
New-Item -ItemType Directory -Force $Output, $work | Out-Null
$Output = (Resolve-Path $Output).Path
$bundle = (Resolve-Path $Bundle).Path
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

Copy-Item "$bundle\..\aside.ico" "$here\aside.ico" -Force
foreach ($name in "AsideApp.exe", "aside.exe") { Invoke-Signing "$bundle\$name" }

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
