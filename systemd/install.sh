#!/bin/sh
# Puts the built programs where the units look for them: systemd/install.sh [ROOT], as root; ROOT is / unless given.
# Run it again after each build; then: systemctl daemon-reload && systemctl restart termin-migrate termin-notifier termin-scheduler termin-tracker-api
set -eu
case "$(java -version 2>&1)" in
  *'version "25'*) ;;
  *) echo "The units run \"java\", which has to be Java 25 here; nothing was installed." >&2; exit 1 ;;
esac
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
root=${1:-/}
root=${root%/}
for module in notifier scheduler tracker-api; do
  to="$root/opt/termin/$module"
  mkdir -p "$to"
  rm -rf "$to/lib"
  cp -r "$here/$module/target/lib" "$to/lib"
  cp "$here/$module/target/modules/"*.jar "$to/lib/"
  cp "$here/$module/target/$module"-*-thin.jar "$to/app.jar"
  # what a start loads, kept from one that ends where it finds no database
  scratch=$(mktemp -d)
  (cd "$to" && rm -f app.aot && TERMIN_DB_URL=jdbc:postgresql://127.0.0.1:1/none TERMIN_KEYS_DIR="$scratch/keys" \
    TERMIN_PUBLIC_KEYS_DIR="$scratch/public" java -XX:AOTCacheOutput=app.aot -XX:+UseSerialGC -Xlog:aot=off \
    --enable-native-access=ALL-UNNAMED -Dspring.context.exit=onRefresh -jar app.jar >/dev/null 2>&1) || true
  rm -rf "$scratch"
done
mkdir -p "$root/opt/termin/migrate"
rm -rf "$root/opt/termin/migrate/lib"
cp -r "$here/database/target/lib" "$root/opt/termin/migrate/lib"
cp "$here"/database/target/database-*.jar "$root/opt/termin/migrate/app.jar"
mkdir -p "$root/etc/systemd/system" "$root/etc/termin"
cp "$here"/systemd/termin-*.service "$root/etc/systemd/system/"
chmod -R u=rwX,go=rX "$root/opt/termin"
for user in termin-migrate termin-notifier termin-scheduler termin-tracker; do
  [ -n "$root" ] || id "$user" >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin "$user"
done
echo "Termin is in $root/opt/termin; settings belong into $root/etc/termin/termin.env, secrets into $root/etc/termin/secrets (docker/make-secrets.sh $root/etc/termin/secrets)."
