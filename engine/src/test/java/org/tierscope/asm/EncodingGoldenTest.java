package org.tierscope.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The assembler's bytes and texts against {@code encodings.txt}, in which every line's text was written by
 * LLVM's disassembler from the bytes beside it. After a change of the instruction table or of the cases, run
 * {@link #main} where {@code llvm-mc} is installed, and read the difference.
 */
class EncodingGoldenTest {
    private static final String FILE = "encodings.txt";
    private static final Pattern NUMBER = Pattern.compile("-?0x[0-9a-f]+|(?<![a-z0-9])-?[0-9]+(?![a-z0-9])");
    private static final Pattern SIZE = Pattern.compile("(byte|word|dword|qword|xmmword) ptr ");

    private static final Pattern SHIFT_BY_IMPLIED_ONE = Pattern.compile("(rol|ror|shl|shr|sar) [^,]+");

    @Test
    void bytesAndTextsAreWhatLlvmReads() throws IOException {
        List<String> golden = Files.readAllLines(Path.of("src/test/resources/org/tierscope/asm", FILE));
        List<EncodingCases.Case> cases = EncodingCases.all();
        assertThat(golden).hasSameSizeAs(cases);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            EncodingCases.Encoded encoded = cases.get(i).encode();
            String[] expected = golden.get(i).split("  ", 2);
            String theirs = normal(expected[1], encoded);
            String ours = normal(encoded.text(), encoded);
            if (!expected[0].equals(encoded.hex()) || !theirs.equals(ours)) {
                differences.add(golden.get(i) + " | " + encoded.hex() + "  " + encoded.text());
            }
        }
        assertThat(differences).isEmpty();
    }

    /**
     * One spelling for both: sizes only where ours has them, numbers unsigned, no blanks, scale behind index.
     */
    private static String normal(String text, EncodingCases.Encoded ours) {
        String out = SIZE.matcher(ours.text()).find() ? text : SIZE.matcher(text).replaceAll("");
        out = out.replace('\t', ' ').trim().replaceAll(" ?([-+*]) ?", "$1").replaceAll("([248])\\*(r\\w+)", "$2*$1")
                .replaceAll(", ", ",").replace("*1", "").replace("movabs ", "mov ");
        if (SHIFT_BY_IMPLIED_ONE.matcher(out).matches()) {
            out += ",0x1";
        }
        int bracket = out.indexOf('[');
        int bracketEnd = out.indexOf(']');
        Matcher numbers = NUMBER.matcher(out);
        StringBuilder result = new StringBuilder();
        while (numbers.find()) {
            boolean inAddress = numbers.start() > bracket && numbers.start() < bracketEnd;
            long value = parse(numbers.group());
            long mask = inAddress || ours.immediateBits() == 64 ? -1 : (1L << ours.immediateBits()) - 1;
            numbers.appendReplacement(result, Long.toHexString(value & mask) + "h");
        }
        return numbers.appendTail(result).toString();
    }

    private static long parse(String number) {
        boolean negative = number.startsWith("-");
        String digits = negative ? number.substring(1) : number;
        long value = digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16)
                : Long.parseLong(digits);
        return negative ? -value : value;
    }

    /** Writes the table anew with {@code llvm-mc}; run it in the module's directory. */
    public static void main(String[] arguments) throws Exception {
        List<String> hex = EncodingCases.all().stream().map(c -> c.encode().hex()).toList();
        Process llvm = new ProcessBuilder("llvm-mc", "--disassemble", "--triple=x86_64", "--output-asm-variant=1",
                "--print-imm-hex", "--mattr=+avx,+bmi,+bmi2,+lzcnt,+popcnt,+sse4.1")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread.ofVirtual().start(() -> {
            try (var in = llvm.outputWriter(StandardCharsets.US_ASCII)) {
                for (String line : hex) {
                    in.write(line.replaceAll("(..)", "0x$1 ") + "\n");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<String> texts;
        try (var out = llvm.inputReader(StandardCharsets.US_ASCII)) {
            texts = out.lines().map(line -> line.replaceFirst("#.*", "").replace('\t', ' ').trim())
                    .filter(line -> !line.startsWith(".")).toList();
        }
        if (texts.size() != hex.size()) {
            throw new IllegalStateException(texts.size() + " texts for " + hex.size() + " instructions");
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hex.size(); i++) {
            lines.add(hex.get(i) + "  " + texts.get(i));
        }
        Files.write(Path.of("src/test/resources/org/tierscope/asm", FILE), lines);
    }
}
