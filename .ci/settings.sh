# shellcheck shell=bash disable=SC2034
# Names and places that all scripts share; read with `.`, never run.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
root=$PWD

gateway_host=${GATEWAY_HOST:-localhost}
gateway_port=${GATEWAY_PORT:-8080}
metadata_port=${METADATA_PORT:-8081}
scraper_port=${SCRAPER_PORT:-8082}

data=${DataDirectory:-data}
if [[ $data != /* ]]; then data=$root/$data; fi
logs=$data/logs
run=$data/run
programs=$root/artifacts/up
services=(Metadata Scraper Gateway)

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

port_of() {
  case $1 in
    Metadata) echo "$metadata_port" ;;
    Scraper) echo "$scraper_port" ;;
    Gateway) echo "$gateway_port" ;;
  esac
}

program_of() { echo "$programs/$1/$1.dll"; }

command_line_of() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -o args= -p "$1" 2>/dev/null; fi
}

# Prints the pid of a service that `make up` started. A pid file may outlive its process and the number be given to
# another program: the command line must be ours too.
pid_of() {
  local pid
  pid=$(cat "$run/$1.pid" 2>/dev/null) && kill -0 "$pid" 2>/dev/null || return 1
  [[ $(command_line_of "$pid") == *"$(program_of "$1")"* ]] && echo "$pid"
}
