# Makes the installer for all users of a machine out of dist/wardlight, with the WiX toolset.
$ErrorActionPreference = "Stop"
$version = (& .venv\Scripts\python.exe -c "import desktop; print(desktop.__version__)").Trim()
dotnet tool install --global wix --version 5.0.2
& wix build packaging\windows\wardlight.wxs -arch x64 -d Version=$version -bindpath built=dist\wardlight -o "dist\delivery\wardlight-$version.msi"
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& $PSScriptRoot\sign.ps1 "dist\delivery\wardlight-$version.msi"
