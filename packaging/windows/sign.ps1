# Signs the named programs; without a certificate it says so and leaves them unsigned.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]]$Programs)
$ErrorActionPreference = "Stop"
if (-not $env:CERTIFICATE) {
    Write-Output "NOT SIGNED: there is no certificate (WINDOWS_CERTIFICATE). The programs are built all the same."
    exit 0
}
$pfx = Join-Path $env:RUNNER_TEMP "certificate.pfx"
[IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
    & $tool sign /f $pfx /p $env:CERTIFICATE_PASSWORD /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 @Programs
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
} finally {
    Remove-Item $pfx
}
