package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({"Linux,amd64,true", "Linux,x86_64,true", "Linux,aarch64,false", "Mac OS X,x86_64,false",
        "Windows 11,amd64,false"})
    void machineCodeIsMadeOnLinuxOnX64(String os, String cpu, boolean expected) {
        assertThat(Platform.whyNoMachineCode(os, cpu).isEmpty()).isEqualTo(expected);
    }
}
