# shellcheck shell=bash
# Finds the newest JDK and a Maven that is new enough. Sourced by ../suinian, which sets home and wanted_jdk.

min_java=17
min_maven=3.8.6

number() { # 17.0.15 -> 17000015, so that versions compare with -gt
  local IFS=.-+_ parts
  read -r -a parts <<<"$1"
  printf '%d%03d%03d\n' "$(digits "${parts[0]:-}")" "$(digits "${parts[1]:-}")" "$(digits "${parts[2]:-}")"
}
digits() { # the number a word starts with, in decimal even after leading zeros
  local d=${1%%[!0-9]*}
  printf '%d' "$((10#${d:-0}))"
}

jdk_candidates() {
  local tool
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  for tool in javac java; do
    tool=$(command -v "$tool" || true)
    [ -z "$tool" ] || dirname "$(dirname "$(resolved "$tool")")"
  done
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home 2>/dev/null || true
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/* "$home"/.sdkman/candidates/java/* "$home"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

jdk_version() { # of the JDK in a directory; nothing when there is none. The release file spares starting a JVM for each
  local line
  if [ ! -x "$1/bin/javac" ] || [ ! -x "$1/bin/java" ]; then return 0; fi
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*)
          line=${line#*=}
          printf '%s\n' "${line//\"/}"
          return
          ;;
      esac
    done <"$1/release"
  fi
  if line=$("$1/bin/javac" -version 2>&1); then printf '%s\n' "${line##* }"; fi
}

jdk='' jdk_is=''
find_jdk() { # sets jdk and jdk_is to the newest JDK, or leaves them empty
  local dir version best=0 this
  [ -z "$jdk" ] || return 0
  while IFS= read -r dir; do
    version=$(jdk_version "$dir")
    case $version in [0-9]*) ;; *) continue ;; esac
    this=$(number "$version")
    if [ "$(digits "$version")" -ge $min_java ] && [ "$this" -gt "$best" ]; then
      jdk=$dir jdk_is=$version best=$this
    fi
  done < <(if [ -n "$wanted_jdk" ]; then printf '%s\n' "$wanted_jdk"; else jdk_candidates; fi)
}

need_jdk() {
  find_jdk
  if [ -n "$jdk" ]; then
    export JAVA_HOME=$jdk
    return
  fi
  [ -z "$wanted_jdk" ] || fail 3 "$wanted_jdk holds no JDK $min_java or newer (looked for bin/javac and bin/java)."
  fail 3 "No JDK $min_java or newer found (a JRE without javac is not enough)." "$(how_to_get jdk)"
}

accepted_by_newer_jdks() { # JVM flags: libraries use native code and Unsafe, about which newer JDKs print warnings
  [ "$(digits "$jdk_is")" -lt 24 ] || printf '%s\n' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
}

maven='' maven_is=''
find_maven() { # sets both to the first Maven that is new enough, or maven_is alone to one that is too old
  local candidate version
  for candidate in "$(command -v mvn || true)" "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "${M2_HOME:+$M2_HOME/bin/mvn}" /opt/*maven*/bin/mvn \
    /usr/share/maven/bin/mvn "$home"/.sdkman/candidates/maven/current/bin/mvn /opt/homebrew/bin/mvn /usr/local/bin/mvn; do
    [ -x "$candidate" ] || continue
    version=$(JAVA_HOME=$jdk "$candidate" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p') || true
    [ -n "$version" ] || continue
    maven_is=$version
    if [ "$(number "$version")" -ge "$(number $min_maven)" ]; then
      maven=$candidate
      return
    fi
  done
}

need_maven() {
  find_maven
  [ -z "$maven" ] || return 0
  [ -z "$maven_is" ] || fail 3 "Maven $maven_is is too old: $min_maven or newer is needed." "$(how_to_get maven)"
  fail 3 "No Maven found: $min_maven or newer is needed to build." "$(how_to_get maven)"
}

how_to_get() { # jdk or maven
  case $1 in
    jdk)
      printf '%s\n' 'Debian, Ubuntu: sudo apt-get install openjdk-17-jdk-headless   (or newer)' \
        'Fedora: sudo dnf install java-latest-openjdk-devel   macOS: brew install openjdk' \
        'or from https://adoptium.net, and set JAVA_HOME to where it was unpacked.'
      ;;
    maven)
      printf '%s\n' 'Debian, Ubuntu: sudo apt-get install maven' 'Fedora: sudo dnf install maven   macOS: brew install maven' \
        'or unpack a download of Apache Maven and set MAVEN_HOME to it.'
      ;;
  esac
}

find_chromium() { # prints its path, or nothing
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    command -v "$name" && return
  done
  name='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  [ ! -x "$name" ] || printf '%s\n' "$name"
}
