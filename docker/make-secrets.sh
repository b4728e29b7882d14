#!/bin/sh
# Writes the secrets that docker-compose.yml names, once; what is there is kept.
set -eu
folder=${1:-"$(dirname "$0")/../secrets"}
umask 077
mkdir -p "$folder"
for name in db_admin db_migrator db_tracker db_scheduler db_notifier db_organiser_ro callback grafana_admin; do
  [ -s "$folder/$name" ] && continue
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$folder/$name"
  # the folder keeps others out; a container's own user must be able to read the file
  chmod 0444 "$folder/$name"
done
# yours to fill in, once you have an account; as long as they are empty the channel is closed
for name in twilio_api_secret twilio_auth_token mail_password; do
  [ -e "$folder/$name" ] || : >"$folder/$name"
  chmod 0644 "$folder/$name"
done
echo "secrets are in $folder"
