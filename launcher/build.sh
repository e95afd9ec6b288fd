# shellcheck shell=bash
# Builds what is stale. Sourced by ../suinian after toolchain.sh.
#
# A build is kept as target/run/APP-FINGERPRINT: a copy of the jars, named after the sources and the JDK it was made
# from. So the question "is it stale?" is whether that directory exists, and a program never runs from files that a
# later build or a test run is about to overwrite. Modification times are not asked: a checkout changes them all.

all_modules='card-core settlement gateway load-tests'
kept_builds=3

modules_of() { # what an app is made of
  case $1 in
    gateway) printf 'card-core settlement gateway' ;;
    load-tests) printf 'card-core settlement gateway load-tests' ;;
  esac
}

fingerprint() { # of modules: every file that can change what runs (tests cannot), and the JDK
  checksum src/test "$@"
}
checksum() { # a directory to leave out, modules
  local without=$1 module path paths=()
  shift
  for module in "$@"; do
    for path in "$module/pom.xml" "$module/src"; do
      [ ! -e "$root/$path" ] || paths+=("$path")
    done
  done
  (
    cd "$root" || exit
    find pom.xml .mvn "${paths[@]}" -path "*/$without" -prune -o -type f -exec cksum {} + | LC_ALL=C sort
    printf '%s\n' "$jdk_is"
  ) | cksum | tr -s ' ' '-'
}

locate() { # sets gateway_dir and load_dir to where builds of the present sources stand, or would stand
  # shellcheck disable=SC2046 # module names hold no blanks
  gateway_dir=$target/run/gateway-$(fingerprint $(modules_of gateway)) \
    load_dir=$target/run/load-tests-$(fingerprint $(modules_of load-tests))
}
dir_of() { if [ "$1" = gateway ]; then printf '%s' "$gateway_dir"; else printf '%s' "$load_dir"; fi; }

stale_of() { # the apps, of those named, that have no build of the present sources
  local app
  locate
  stale=()
  for app in "$@"; do
    [ -d "$(dir_of "$app")" ] || stale+=("$app")
  done
}

build() { # apps: makes those that are stale
  local stale
  need_jdk
  stale_of "$@"
  if [ ${#stale[@]} -gt 0 ]; then
    need_maven
    lock
    stale_of "$@" # another launcher may have built it while this one waited
    [ ${#stale[@]} -eq 0 ] || make "${stale[@]}"
    unlock
  fi
  for app in "$@"; do touch "$(dir_of "$app")" 2>/dev/null || true; done # see forget_old
}

make() { # apps, all stale
  local log=$target/build.log started=$SECONDS apps="$*" app status=0
  say "${bold}Building ${apps// /, }${plain} with JDK $jdk_is and Maven $maven_is. All output: $log"
  clean_changed
  run_maven -Dmaven.test.skip=true -Dspotless.check.skip=true -Dstyle.color=never -pl "${apps// /,}" -am package 2>&1 |
    tee "$log" | show_modules || status=$?
  [ $status -ne 130 ] || fail 130 "Stopped while building."
  if [ $status -ne 0 ]; then
    explain_failure "$log"
    fail 1 "The build failed after $((SECONDS - started)) s (JDK $jdk_is in $jdk). The whole log: $log"
  fi
  for app in "$@"; do
    # shellcheck disable=SC2046 # module names hold no blanks
    mark_built $(modules_of "$app")
    stage "$app" "$(dir_of "$app")"
  done
  say "${green}Built${plain} in $((SECONDS - started)) s."
}

# The simulator lives among the tests of card-core, so there they do count. It is asked for by name and by nothing else:
# no other command pays for it.
build_simulator() { # sets simulator_dir
  need_jdk
  simulator_dir=$target/run/simulator-$(checksum no-such-directory card-core)
  if [ ! -d "$simulator_dir" ]; then
    need_maven
    lock
    [ -d "$simulator_dir" ] || make_simulator
    unlock
  fi
  touch "$simulator_dir" 2>/dev/null || true # see forget_old
}

make_simulator() {
  local log=$target/build.log libraries=$root/card-core/target/simulator-lib started=$SECONDS status=0
  say "${bold}Building the simulator${plain} with JDK $jdk_is and Maven $maven_is. All output: $log"
  clean_changed
  rm -rf "$root/card-core/target/test-classes" "$libraries"
  run_maven -DskipTests -Dspotless.check.skip=true -Dstyle.color=never -pl card-core package \
    dependency:copy-dependencies -DincludeScope=test "-DoutputDirectory=$libraries" 2>&1 | tee "$log" >/dev/null || status=$?
  [ $status -ne 130 ] || fail 130 "Stopped while building."
  if [ $status -ne 0 ]; then
    explain_failure "$log"
    fail 1 "The build failed after $((SECONDS - started)) s (JDK $jdk_is in $jdk). The whole log: $log"
  fi
  mark_built card-core
  stage card-core "$simulator_dir" "$libraries"
  say "${green}Built${plain} in $((SECONDS - started)) s."
}

run_maven() {
  local flags
  flags=$(accepted_by_newer_jdks | tr '\n' ' ')
  (cd "$root" && MAVEN_OPTS="${MAVEN_OPTS:-} $flags" "$maven" -B -ntp "$@" 9>&-)
}

# Maven leaves a deleted source's classes and resources in place, and old libraries beside new ones. So a module whose
# sources changed since its last good build is built from nothing; the others stand.
clean_changed() {
  local module now
  for module in $all_modules; do
    now=$(fingerprint "$module")
    if [ "$(cat "$root/$module/target/built-from" 2>/dev/null || true)" != "$now" ]; then
      rm -rf "${root:?}/$module/target"
      mkdir -p "$root/$module/target"
      printf '%s\n' "$now" >"$root/$module/target/building-from"
    fi
  done
}
mark_built() { # modules
  local module
  for module in "$@"; do
    [ ! -e "$root/$module/target/building-from" ] || mv "$root/$module/target/building-from" "$root/$module/target/built-from"
  done
}

stage() { # module, directory, its libraries: copies jars there; libraries never change in place, so a link will do
  local app=$1 dir=$2 libraries=${3:-$root/$1/target/lib} half=$2.half version jar
  version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
  rm -rf "$half"
  mkdir -p "$half/lib"
  cp "$root/$app/target/$app-$version.jar" "$half/app.jar"
  for jar in "$libraries"/*.jar "$root/$app/target/$app-$version-tests.jar"; do
    case $jar in
      *-"$version"-tests.jar) [ $# -lt 3 ] || cp "$jar" "$half/lib/" ;;
      *-"$version".jar) cp "$jar" "$half/lib/" ;;
      *) ln "$jar" "$half/lib/" 2>/dev/null || cp "$jar" "$half/lib/" ;;
    esac
  done
  rm -rf "$dir"
  mv "$half" "$dir"
  dir=${dir##*/}
  forget_old "${dir%%-[0-9]*}"
}

forget_old() { # keeps the builds used last: a program that still runs needs its own
  local dir
  # shellcheck disable=SC2012 # the names are made by locate: an app, digits and hyphens
  (cd "$target/run" && ls -dt "$1"-[0-9]*) | tail -n +$((kept_builds + 1)) | while IFS= read -r dir; do
    rm -rf "${target:?}/run/$dir"
  done
}

lock() { # one build at a time; given back by unlock, or by the death of this process
  local holder told=''
  mkdir -p "$target/run" 2>/dev/null || true
  [ -w "$target/run" ] || fail 3 "$target is not yours to write, and there is something to build." \
    "Make it yours (sudo chown -R \"\$(id -un)\" '$root'), or work in a clone of your own."
  if command -v flock >/dev/null; then
    exec 9>"$target/build.lock"
    if ! flock -n 9; then
      say "Another build is running here; waiting for it."
      flock 9
    fi
    return
  fi
  until mkdir "$target/build.lock.d" 2>/dev/null; do
    holder=$(cat "$target/build.lock.d/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$target/build.lock.d"
      continue
    fi
    [ -n "$told" ] || say "Another build is running here; waiting for it."
    told=yes
    sleep 1
  done
  printf '%s\n' $$ >"$target/build.lock.d/pid"
  trap unlock EXIT
}
unlock() {
  exec 9>&-
  [ "$(cat "$target/build.lock.d/pid" 2>/dev/null || true)" != $$ ] || rm -rf "$target/build.lock.d"
}

show_modules() { # reads Maven's log; one line per module with the seconds it took, counting up on a terminal
  local line module='' since=$SECONDS status patience=(-t 1)
  [ "${BASH_VERSINFO[0]}" -ge 4 ] || patience=() # bash 3.2 cannot tell a timeout from the end
  while true; do
    status=0
    IFS= read -r ${patience[@]+"${patience[@]}"} line || status=$?
    if [ $status -gt 128 ]; then # nothing for a second
      [ $on_terminal = no ] || [ -z "$module" ] || printf '\r  %-12s %4d s ' "$module" $((SECONDS - since)) >&2
      continue
    fi
    [ $status -eq 0 ] || break
    case $line in
      *'] Building '*'['[0-9]*/[0-9]*']' | *'] BUILD '*)
        [ -z "$module" ] || printf '%s  %-12s %4d s\n' "$over" "$module" $((SECONDS - since)) >&2
        line=${line#*] Building }
        module=${line%% *} since=$SECONDS
        case $line in *'] BUILD '*) module='' ;; esac
        ;;
    esac
  done
}

explain_failure() { # shows the lines of a log that say what is wrong
  local noise='^\[ERROR\] *$|^\[ERROR\] (\[Help|For more information|To see the full|Re-run Maven|After correcting|  mvn )'
  grep -aE '^\[ERROR\]|^Error:|^Exception' "$1" | sed 's/ -> \[Help [0-9]*\]$//' | grep -avE "$noise" |
    awk '!seen[$0]++' | head -n 25 >&2 || true
  if grep -qaE 'Could not transfer|offline mode|Unknown host|UnknownHost|Connection (refused|timed out)' "$1"; then
    say "The first build fetches libraries from the network (later ones do not need it):" \
      "check the connection, or the proxy in Maven's settings.xml."
  fi
}
