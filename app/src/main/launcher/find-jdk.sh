# Sourced by the launchers: find_jdk sets $java_home (and $version) to a JDK of at least $minimum, or ends by fail.
# The launcher defines $minimum, say and fail.

# Whether $1 is the home of a JDK that is new enough; its version is then in $version. Starts no process.
is_jdk() {
    version=
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*) version=${line#*=\"} version=${version%\"*} ;;
        esac
    done <"$1/release"
    feature=${version%%[!0-9]*}
    [ -n "$feature" ] && [ "$feature" -ge "$minimum" ]
}

# The homes named in Maven's toolchains.
toolchain_homes() {
    [ -r "${HOME:-}/.m2/toolchains.xml" ] || return 0
    sed -n 's|.*<jdkHome>[[:space:]]*\(.*[^[:space:]]\)[[:space:]]*</jdkHome>.*|\1|p' "$HOME/.m2/toolchains.xml"
}

# Sets $java_home to the first JDK that fits: what the user names, what is on the PATH, then the usual folders.
find_jdk() {
    if [ -n "${TIERSCOPE_JAVA_HOME:-}" ]; then
        java_home=$TIERSCOPE_JAVA_HOME
        is_jdk "$java_home" && return
        fail "TIERSCOPE_JAVA_HOME is $java_home, which is no JDK $minimum or newer${version:+ (it is $version)}."
    fi
    if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then
        java_home=$JAVA_HOME
        return
    fi
    if on_path=$(command -v java); then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        java_home=${on_path%/bin/java}
        is_jdk "$java_home" && return
    fi
    for java_home in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/*; do
        is_jdk "$java_home" && return
    done
    for java_home in $(toolchain_homes); do
        is_jdk "$java_home" && return
    done
    say "needs a JDK $minimum or newer, and found none: not in JAVA_HOME, not on the PATH, not in the usual folders."
    say "Install one (for example Temurin $minimum, or 'sdk install java $minimum-tem'), or name it:"
    fail "  TIERSCOPE_JAVA_HOME=/path/to/jdk-$minimum $0 ..."
}
