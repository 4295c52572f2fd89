package org.tierscope.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.tierscope.bytecode.ErrorKind;

/**
 * BigInt values (6.1.6.2): cells with a sign and the magnitude in 64-bit limbs, the least significant first and the most
 * significant not zero. Arithmetic on what fits a long stays there; all else goes through {@link BigInteger}. Zero has the flag
 * {@link Layout#FLAG_UNDETECTABLE}, so that every tier's test of truth, which looks at that flag, finds it false.
 */
public final class BigInts {
    /** V8's limit, so that programs that test it see the same. */
    private static final int MAX_BITS = 1 << 30;

    private static final long HEADER = Heap.header(CellType.BIGINT);
    private static final long ZERO_HEADER = Heap.header(CellType.BIGINT.code(), CellType.BIGINT, Layout.FLAG_UNDETECTABLE);

    private final Vm vm;

    BigInts(Vm vm) {
        this.vm = vm;
    }

    // Making and reading.

    public long of(long value) {
        return value == 0 ? allocate(0, false) : single(Math.abs(value), value < 0);
    }

    /** Of the unsigned number with these bits. */
    public long ofUnsigned(long bits) {
        return bits == 0 ? allocate(0, false) : single(bits, false);
    }

    private long single(long magnitude, boolean negative) {
        long cell = allocate(1, negative);
        Mem.putLong(cell + Layout.BIGINT_LIMBS, magnitude);
        return cell;
    }

    /** @throws GuestException a RangeError where it is too large */
    public long of(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return of(value.longValue());
        }
        if (value.bitLength() > MAX_BITS) {
            throw tooLarge();
        }
        byte[] bytes = value.abs().toByteArray();
        int first = bytes[0] == 0 ? 1 : 0;
        int length = bytes.length - first;
        long cell = allocate(length + 7 >> 3, value.signum() < 0);
        for (int i = 0; i < length; i++) {
            Mem.putByte(cell + Layout.BIGINT_LIMBS + i, bytes[bytes.length - 1 - i]);
        }
        return cell;
    }

    private long allocate(int limbs, boolean negative) {
        long cell = vm.heap().allocate(Layout.BIGINT_LIMBS + 8 * limbs, limbs == 0 ? ZERO_HEADER : HEADER);
        Mem.putInt(cell + Layout.BIGINT_LENGTH, limbs);
        Mem.putInt(cell + Layout.BIGINT_SIGN, negative ? 1 : 0);
        return cell;
    }

    private static int limbs(long bigInt) {
        return Mem.getInt(bigInt + Layout.BIGINT_LENGTH);
    }

    static boolean isNegative(long bigInt) {
        return Mem.getInt(bigInt + Layout.BIGINT_SIGN) != 0;
    }

    static boolean isZero(long bigInt) {
        return limbs(bigInt) == 0;
    }

    /** Whether its magnitude is below 2^63. */
    static boolean isSmall(long bigInt) {
        return limbs(bigInt) == 0 || limbs(bigInt) == 1 && Mem.getLong(bigInt + Layout.BIGINT_LIMBS) >= 0;
    }

    /** The low 64 bits of its two's complement. */
    public static long bits(long bigInt) {
        if (limbs(bigInt) == 0) {
            return 0;
        }
        long low = Mem.getLong(bigInt + Layout.BIGINT_LIMBS);
        return isNegative(bigInt) ? -low : low;
    }

    public static BigInteger value(long bigInt) {
        if (isSmall(bigInt)) {
            return BigInteger.valueOf(bits(bigInt));
        }
        int length = 8 * limbs(bigInt);
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[length - 1 - i] = Mem.getByte(bigInt + Layout.BIGINT_LIMBS + i);
        }
        return new BigInteger(isNegative(bigInt) ? -1 : 1, bytes);
    }

    private GuestException tooLarge() {
        return vm.rangeError("Maximum BigInt size exceeded");
    }

    static int hash(long bigInt) {
        int hash = isNegative(bigInt) ? 1 : 0;
        for (int i = 0; i < limbs(bigInt); i++) {
            hash = 31 * hash + Long.hashCode(Mem.getLong(bigInt + Layout.BIGINT_LIMBS + 8L * i));
        }
        return hash;
    }

    // Operators.

    enum Operator {
        ADD,
        SUB,
        MUL,
        DIV,
        MOD,
        EXP,
        AND,
        OR,
        XOR,
        SHL,
        SHR
    }

    long apply(Operator operator, long a, long b) {
        if (isSmall(a) && isSmall(b)) {
            return applySmall(operator, bits(a), bits(b));
        }
        return applyLarge(operator, value(a), value(b));
    }

    private long applySmall(Operator operator, long a, long b) {
        switch (operator) {
            case ADD -> {
                // Neither is as small as the smallest long: at most one bit more.
                long sum = a + b;
                if (((a ^ sum) & (b ^ sum)) >= 0) {
                    return of(sum);
                }
            }
            case SUB -> {
                long difference = a - b;
                if (((a ^ b) & (a ^ difference)) >= 0) {
                    return of(difference);
                }
            }
            case MUL -> {
                long high = Math.multiplyHigh(a, b);
                long low = a * b;
                if (high == low >> 63) {
                    return of(low);
                }
            }
            case DIV -> {
                return of(a / nonZero(b));
            }
            case MOD -> {
                return of(a % nonZero(b));
            }
            case AND -> {
                return of(a & b);
            }
            case OR -> {
                return of(a | b);
            }
            case XOR -> {
                return of(a ^ b);
            }
            case SHL, SHR -> {
                long right = operator == Operator.SHL ? -b : b;
                if (right >= 0) {
                    return of(a >> Math.min(right, 63));
                }
            }
            case EXP -> {
                // nothing simpler than the general way
            }
        }
        return applyLarge(operator, BigInteger.valueOf(a), BigInteger.valueOf(b));
    }

    private long nonZero(long divisor) {
        if (divisor == 0) {
            throw vm.rangeError("Division by zero");
        }
        return divisor;
    }

    private long applyLarge(Operator operator, BigInteger a, BigInteger b) {
        if (operator == Operator.DIV || operator == Operator.MOD) {
            nonZero(b.signum());
        }
        return switch (operator) {
            case ADD -> of(a.add(b));
            case SUB -> of(a.subtract(b));
            case MUL -> {
                if ((long) a.bitLength() + b.bitLength() > MAX_BITS + 1L) {
                    throw tooLarge();
                }
                yield of(a.multiply(b));
            }
            case DIV -> of(a.divide(b));
            case MOD -> of(a.remainder(b));
            case EXP -> power(a, b);
            case AND -> of(a.and(b));
            case OR -> of(a.or(b));
            case XOR -> of(a.xor(b));
            case SHL -> shift(a, b);
            case SHR -> shift(a, b.negate());
        };
    }

    private long power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            throw vm.rangeError("Exponent must be non-negative");
        }
        if (base.bitLength() <= 1 && base.abs().compareTo(BigInteger.ONE) <= 0) {
            boolean isBase = exponent.testBit(0) || base.signum() >= 0 && exponent.signum() > 0;
            return of(isBase ? base : BigInteger.ONE);
        }
        if (exponent.bitLength() > 31
                || (base.abs().bitLength() - 1L) * exponent.longValue() > MAX_BITS) {
            throw tooLarge();
        }
        return of(base.pow(exponent.intValue()));
    }

    private long shift(BigInteger value, BigInteger left) {
        if (value.signum() == 0) {
            return of(0);
        }
        if (left.bitLength() > 31) {
            if (left.signum() > 0) {
                throw tooLarge();
            }
            return of(value.signum() < 0 ? -1 : 0);
        }
        int distance = left.intValue();
        if (distance > 0 && (long) value.bitLength() + distance > MAX_BITS) {
            throw tooLarge();
        }
        return of(distance == Integer.MIN_VALUE ? BigInteger.valueOf(value.signum() < 0 ? -1 : 0) : value.shiftLeft(distance));
    }

    long negate(long a) {
        return isSmall(a) ? of(-bits(a)) : of(value(a).negate());
    }

    long not(long a) {
        return isSmall(a) ? of(~bits(a)) : of(value(a).not());
    }

    long increment(long a, int by) {
        return isSmall(a) && bits(a) != Long.MAX_VALUE && bits(a) != -Long.MAX_VALUE
                ? of(bits(a) + by)
                : of(value(a).add(BigInteger.valueOf(by)));
    }

    // Comparison.

    static boolean equal(long a, long b) {
        if (limbs(a) != limbs(b) || isNegative(a) != isNegative(b)) {
            return false;
        }
        for (int i = 0; i < limbs(a); i++) {
            if (Mem.getLong(a + Layout.BIGINT_LIMBS + 8L * i) != Mem.getLong(b + Layout.BIGINT_LIMBS + 8L * i)) {
                return false;
            }
        }
        return true;
    }

    static int compare(long a, long b) {
        return isSmall(a) && isSmall(b) ? Long.compare(bits(a), bits(b)) : value(a).compareTo(value(b));
    }

    /** How a BigInt compares with a number that is not NaN. */
    static int compare(long bigInt, double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? -1 : 1;
        }
        if (isSmall(bigInt) && Math.abs(number) < 0x1p53) {
            long whole = (long) number;
            int order = Long.compare(bits(bigInt), whole);
            return order != 0 ? order : Double.compare(whole, number + 0.0);
        }
        return new BigDecimal(value(bigInt)).compareTo(new BigDecimal(number));
    }

    // Conversions.

    /** The number nearest to it. */
    public static double toDouble(long bigInt) {
        return isSmall(bigInt) ? bits(bigInt) : value(bigInt).doubleValue();
    }

    /** ToBigInt (7.1.13). */
    public long toBigInt(long value) {
        long primitive = vm.conversions().toPrimitive(value, Conversions.Hint.NUMBER);
        if (Conversions.isBigInt(primitive)) {
            return primitive;
        }
        if (Value.isBoolean(primitive)) {
            return of(primitive == Value.TRUE ? 1 : 0);
        }
        if (Layout.isString(primitive)) {
            BigInteger parsed = parse(vm.strings().toJava(primitive));
            if (parsed == null) {
                throw vm.error(
                        ErrorKind.SYNTAX_ERROR,
                        "Cannot convert " + vm.strings().toJava(primitive) + " to a BigInt");
            }
            return of(parsed);
        }
        String text = Layout.isSymbol(primitive) ? vm.errors().keyText(primitive) : vm.conversions().toJavaString(primitive);
        throw vm.typeError("Cannot convert " + text + " to a BigInt");
    }

    /** NumberToBigInt. */
    public long ofNumber(double number) {
        if (number != Math.rint(number) || Double.isInfinite(number)) {
            throw vm.rangeError("The number " + NumberText.toString(number)
                    + " cannot be converted to a BigInt because it is not an integer");
        }
        return Math.abs(number) < 0x1p63 ? of((long) number) : of(new BigDecimal(number).toBigInteger());
    }

    /** StringToBigInt: null where the text is no integer literal. */
    static BigInteger parse(String text) {
        String trimmed = NumberText.trim(text);
        if (trimmed.isEmpty()) {
            return BigInteger.ZERO;
        }
        int radix = 10;
        String digits = trimmed;
        if (trimmed.length() > 2 && trimmed.charAt(0) == '0') {
            radix = switch (trimmed.charAt(1) | 0x20) {
                case 'x' -> 16;
                case 'o' -> 8;
                case 'b' -> 2;
                default -> 10;
            };
            digits = radix == 10 ? trimmed : trimmed.substring(2);
        }
        boolean signed = radix == 10 && digits.length() > 1 && (digits.charAt(0) == '-' || digits.charAt(0) == '+');
        for (int i = signed ? 1 : 0; i < digits.length(); i++) {
            if (digits.charAt(i) > 127 || Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        return new BigInteger(digits, radix);
    }

    public String toText(long bigInt, int radix) {
        return isSmall(bigInt) ? Long.toString(bits(bigInt), radix) : value(bigInt).toString(radix);
    }

    /** BigInt.asIntN, asUintN. */
    public long wrap(long bigInt, long width, boolean signed) {
        if (width == 0) {
            return of(0);
        }
        if (width <= 64) {
            int unused = (int) (64 - width);
            long low = bits(bigInt) << unused;
            return signed ? of(low >> unused) : ofUnsigned(low >>> unused);
        }
        BigInteger value = value(bigInt);
        if (value.signum() >= 0 && value.bitLength() < width || signed && value.bitLength() < width) {
            return bigInt;
        }
        if (width > MAX_BITS) {
            throw tooLarge();
        }
        BigInteger modulus = BigInteger.ONE.shiftLeft((int) width);
        BigInteger rest = value.mod(modulus);
        return of(signed && rest.testBit((int) width - 1) ? rest.subtract(modulus) : rest);
    }
}
