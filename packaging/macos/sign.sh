#!/usr/bin/env bash
# Signs every library and program of a folder and has it notarised; without a certificate it says so and leaves it unsigned.
set -euo pipefail
folder=$1
if [ -z "${CERTIFICATE:-}" ]; then
    echo "NOT SIGNED: there is no certificate (MACOS_CERTIFICATE). The program is built all the same."
    exit 0
fi
keychain="$RUNNER_TEMP/wardlight.keychain"
p12="$RUNNER_TEMP/certificate.p12"
trap 'rm -f "$p12"; security delete-keychain "$keychain" || true' EXIT
printf '%s' "$CERTIFICATE" | base64 --decode > "$p12"
security create-keychain -p '' "$keychain"
security unlock-keychain -p '' "$keychain"
security import "$p12" -k "$keychain" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k '' "$keychain" >/dev/null
identity=$(security find-identity -v -p codesigning "$keychain" | awk 'NR==1 {print $2}')
find "$folder" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
    xargs -0 codesign --force --timestamp --options runtime --keychain "$keychain" --sign "$identity"
if [ -n "${NOTARY_ID:-}" ]; then
    ditto -c -k --keepParent "$folder" "$RUNNER_TEMP/notarise.zip"
    xcrun notarytool submit "$RUNNER_TEMP/notarise.zip" --wait \
        --apple-id "$NOTARY_ID" --team-id "$NOTARY_TEAM" --password "$NOTARY_PASSWORD"
else
    echo "NOT NOTARISED: there is no notary account (MACOS_NOTARY_ID)."
fi
