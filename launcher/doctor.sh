# shellcheck shell=bash
# Checks this machine, then lets the gateway check ports, database, keys and clock. Sourced by ../suinian.

troubles=0
healthy() { printf '%s\n' "${green}ok${plain}       $1"; }
advice() { remark "${yellow}advice${plain}   " "$@"; }
trouble() {
  troubles=$((troubles + 1))
  remark "${red}trouble${plain}  " "$@"
}
remark() { # mark, what, lines of what to do
  printf '%s%s\n' "$1" "$2"
  shift 2
  [ $# -eq 0 ] || printf '%s\n' "$@" | sed 's/^/         /'
}

check_tools() {
  local browser
  find_jdk
  if [ -z "$jdk" ] && [ -n "$wanted_jdk" ]; then
    trouble "$wanted_jdk, given with --jdk, holds no JDK $min_java or newer (looked for bin/javac and bin/java)." \
      "Leave --jdk out to have one looked for, or name the directory that has bin/javac."
  elif [ -z "$jdk" ]; then
    trouble "No JDK $min_java or newer (with javac)." "$(how_to_get jdk)"
  elif "$jdk/bin/javac" -version >/dev/null 2>&1; then
    healthy "JDK $jdk_is in $jdk"
  else
    trouble "The JDK in $jdk does not run here." "Choose another: ./suinian --jdk DIR doctor"
  fi
  find_maven
  if [ -n "$maven" ]; then
    healthy "Maven $maven_is: $maven"
  else
    trouble "No Maven $min_maven or newer${maven_is:+ (found $maven_is)}." "$(how_to_get maven)"
  fi
  browser=$(find_chromium)
  if [ -n "$browser" ]; then healthy "Chromium: $browser"; else advice "No Chromium: browser tests are skipped."; fi
  command -v git >/dev/null || advice "No git: not needed to run, only to work on the source."
}

check_machine() {
  local free memory
  free=$(df -Pk "$root" | awk 'NR == 2 {print int($4 / 1024)}')
  if [ "$free" -ge 2048 ]; then
    healthy "disk: $free MB free"
  else
    trouble "Only $free MB free on the disk of $root." "A build takes about 1 GB and the database grows: make room for 2 GB."
  fi
  if [ -r /proc/meminfo ]; then
    memory=$(awk '/^MemAvailable/ {print int($2 / 1024)}' /proc/meminfo)
  else
    memory=$(sysctl -n hw.memsize 2>/dev/null | awk '{print int($1 / 1048576)}')
  fi
  if [ "${memory:-0}" -ge 2048 ]; then
    healthy "memory: $memory MB"
  else
    advice "Only ${memory:-?} MB of memory: the gateway and its PostgreSQL want 2 GB."
  fi
}

doctor() {
  check_tools
  check_machine
  [ -z "$jdk" ] || locate
  if [ -n "$jdk" ] && [ -d "$gateway_dir" ]; then
    with_data_dir
    java_for "$gateway_dir"
    "${java[@]}" cn.suinian.gateway.app.Main doctor || troubles=$((troubles + 1))
  else
    advice "Not built from the present sources: ports, database, keys and clock were not checked." \
      "./suinian up builds; ask again after that."
  fi
  [ $troubles -eq 0 ] || fail 1 "Something needs attention: see the lines marked trouble."
  say "Nothing stands in the way."
}
