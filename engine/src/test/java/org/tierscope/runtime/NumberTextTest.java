package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0.0, 0", "1, 1", "-1.5, -1.5", "0.1, 0.1", "123456789012345680000, 123456789012345680000",
        "1e21, 1e+21", "1.5e300, 1.5e+300", "1e-6, 0.000001", "1e-7, 1e-7", "1.25e-7, 1.25e-7",
        "4.9E-324, 5e-324", "2e-323, 2e-323", "1.7976931348623157E308, 1.7976931348623157e+308",
        "9007199254740993, 9007199254740992", "4294967295, 4294967295", "-2147483648, -2147483648",
        "2e23, 2e+23", "0.30000000000000004, 0.30000000000000004", "100, 100", "1e20, 100000000000000000000"
    })
    void printsTheShortestDecimal(double number, String text) {
        assertThat(NumberText.toString(number)).isEqualTo(text);
    }

    @Test
    void printsWhatIsNoNumber() {
        assertThat(NumberText.toString(Double.NaN)).isEqualTo("NaN");
        assertThat(NumberText.toString(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @ParameterizedTest
    @CsvSource({
        "255, 16, ff", "0.5, 2, 0.1", "-255.75, 16, -ff.c", "0.1, 3, 0.0022002200220022002200220022002201",
        "3.14159, 8, 3.11037476006703156", "1e21, 36, 5v1j4f4ds7c000", "4294967295, 2, 11111111111111111111111111111111"
    })
    void printsInOtherRadixes(double number, int radix, String text) {
        assertThat(NumberText.toString(number, radix)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, 2, 1.00", "1.45, 1, 1.4", "-1.5, 0, -2", "0.000001, 7, 0.0000010", "123.456, 0, 123", "2.5, 0, 3",
        "1000000000000000128, 1, 1000000000000000128.0"
    })
    void fixesDecimals(double number, int digits, String text) {
        assertThat(NumberText.toFixed(number, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "123.456, 4, 123.5", "0.000123, 2, 0.00012", "1e21, 3, 1.00e+21", "123456, 2, 1.2e+5", "0, 3, 0.00",
        "1.25, 2, 1.3", "1e-7, 1, 1e-7"
    })
    void keepsPrecision(double number, int digits, String text) {
        assertThat(NumberText.toPrecision(number, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"123456, 2, 1.23e+5", "0, 2, 0.00e+0", "0.00015, -1, 1.5e-4", "-1, 0, -1e+0", "12345, 3, 1.235e+4"})
    void printsExponents(double number, int digits, String text) {
        assertThat(NumberText.toExponential(number, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'  12  ', 12", "'', 0", "0x1F, 31", "0b101, 5", "0o17, 15", "1e3, 1000", ".5, 0.5", "5., 5", "-Infinity, -Infinity",
        "1_000, NaN", "12px, NaN", "+-1, NaN", "0x, NaN", "-0x10, NaN", "1e, NaN", "infinity, NaN", "1d, NaN", "., NaN"
    })
    void readsNumericLiterals(String text, Double number) {
        assertThat(NumberText.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"12px, 10, 12", "0x1f, 16, 31", "0x1f, 0, 31", "101, 2, 5", "z, 36, 35", "-12.9, 10, -12", "px, 10, NaN",
        "9007199254740993, 10, 9007199254740992"})
    void readsIntegersByPrefix(String text, int radix, Double number) {
        assertThat(NumberText.parseInt(text, radix)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"3.14abc, 3.14", "-.5.5, -0.5", "1e5x, 100000", "1ex, 1", "Infinityx, Infinity", "x, NaN"})
    void readsFloatsByPrefix(String text, Double number) {
        assertThat(NumberText.parseFloat(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"4294967296, 0", "4294967295, -1", "2147483648, -2147483648", "-2147483649, 2147483647", "1e20, 1661992960",
        "-1e20, -1661992960", "1.9, 1", "-1.9, -1", "NaN, 0", "Infinity, 0", "9007199254740993, 0", "18014398509481988, 4"})
    void wrapsToInt32(double number, int expected) {
        assertThat(Conversions.toInt32(number)).isEqualTo(expected);
    }
}
