# For the scripts beside this file, which source it: finds a JDK, builds where sources are newer than the build, and has
#   run_tool CLASS ARGUMENT...
# Needs $root (of the project) and $tool (the name for messages).
#   TIERSCOPE_JAVA_HOME  the JDK to use, where the one found is not the one wanted
#   TIERSCOPE_NO_BUILD   run what was built last, whatever has changed since
minimum=25

say() { printf '%s: %s\n' "$tool" "$*" >&2; }
fail() {
    say "$@"
    exit 3
}

# shellcheck source=../app/src/main/launcher/find-jdk.sh
. "$root/app/src/main/launcher/find-jdk.sh"

stamp=$root/tests/target/tool.classpath

is_built() {
    [ -f "$stamp" ] || return 1
    newer=$(cd "$root" && find pom.xml engine/pom.xml tests/pom.xml engine/src/main tests/src/test/java \
        -newer "$stamp" -print 2>/dev/null | head -n 1)
    [ -z "$newer" ]
}

build() {
    command -v mvn >/dev/null || fail "needs Maven 3.8 or newer to build, and there is no 'mvn' on the PATH."
    say "building"
    mkdir -p "${stamp%/*}"
    : >"$stamp.started"
    JAVA25_HOME=$java_home mvn -q -B -f "$root/pom.xml" -pl tests -am -Dspotless.check.skip test-compile \
        dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/build.classpath >&2 \
        || fail "the build failed"
    cp "$root/tests/target/build.classpath" "$stamp"
    # a source changed during the build must count as newer than the build
    touch -r "$stamp.started" "$stamp"
}

run_tool() {
    find_jdk
    [ -n "${TIERSCOPE_NO_BUILD:-}" ] || is_built || build
    exec "$java_home/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:-UsePerfData \
        -XX:+UseSerialGC -cp "$root/engine/target/classes:$root/tests/target/test-classes:$(cat "$stamp")" "$@"
}
