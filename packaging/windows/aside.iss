; The installer for one person: no administrator, below the user's own programs. Build with build.ps1, which says where
; the bundle lies:  ISCC /DVersion=1.2.3 /DBundle=C:\…\dist\aside /DOutput=C:\…\out aside.iss

#ifndef Version
  #define Version "0.0.0"
#endif
#ifndef Bundle
  #define Bundle "..\..\build\windows\dist\aside"
#endif
#ifndef Output
  #define Output "..\..\build\windows\out"
#endif

[Setup]
AppId={{6B0C3B5E-3D0C-4F0A-9A55-4A3C1C0A51DE}
AppName=Aside
AppVersion={#Version}
AppPublisher=The Aside authors
DefaultDirName={autopf}\Aside
DefaultGroupName=Aside
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Output}
OutputBaseFilename=Aside-{#Version}-windows-x86_64-setup
SetupIconFile=aside.ico
UninstallDisplayIcon={app}\AsideApp.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "associate"; Description: "{cm:AssocFileExtension,Aside,.gguf}"
Name: "path"; Description: "aside"; GroupDescription: "PATH:"; Flags: unchecked

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version brought and this one does not must not be loaded.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Aside"; Filename: "{app}\AsideApp.exe"; AppUserModelID: "io.github.aside.Aside"
Name: "{autodesktop}\Aside"; Filename: "{app}\AsideApp.exe"; AppUserModelID: "io.github.aside.Aside"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.gguf\OpenWithProgids"; ValueType: string; ValueName: "Aside.gguf"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Aside.gguf"; ValueType: string; ValueData: "GGUF model"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Aside.gguf\DefaultIcon"; ValueType: string; ValueData: "{app}\AsideApp.exe,0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Aside.gguf\shell\open\command"; ValueType: string; ValueData: """{app}\AsideApp.exe"" ""%1"""; Tasks: associate
Root: HKA; Subkey: "Software\Classes\aside"; ValueType: string; ValueData: "URL:Aside"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\aside"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\aside\shell\open\command"; ValueType: string; ValueData: """{app}\AsideApp.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NeedsPath

[Run]
Filename: "{app}\AsideApp.exe"; Description: "{cm:LaunchProgram,Aside}"; Flags: nowait postinstall skipifsilent

[Code]
function NeedsPath: Boolean;
var
  Known: string;
begin
  Result := not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Known)
    or (Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Known) + ';') = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Known, Ours: string;
  Place: Integer;
begin
  if Step <> usPostUninstall then
    exit;
  Ours := ExpandConstant('{app}');
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Known) then
    exit;
  Place := Pos(';' + Lowercase(Ours) + ';', ';' + Lowercase(Known) + ';');
  if Place > 0 then
  begin
    Delete(Known, Place, Length(Ours) + 1);
    if (Length(Known) > 0) and (Known[Length(Known)] = ';') then
      Delete(Known, Length(Known), 1);
    RegWriteExpandStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Known);
  end;
end;
