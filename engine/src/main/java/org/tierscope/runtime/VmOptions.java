package org.tierscope.runtime;

/**
 * Limits and stress switches of one VM.
 *
 * @param maxHeapBytes most memory that heap cells may take; rounded to whole blocks
 * @param stackBytes size of the guest stack; a small function's frame takes about 100 bytes
 * @param maxNativeDepth most calls of guest code out of Java code that may be active at once
 * @param gcEvery collect at the first safepoint after every so many allocations; 0: when needed
 * @param verify poison freed cells and check the whole heap around each collection
 * @param seed of Math.random
 */
public record VmOptions(long maxHeapBytes, long stackBytes, int maxNativeDepth, int gcEvery, boolean verify, long seed) {
    public static final VmOptions DEFAULT = new VmOptions(512L << 20, 6L << 20, 24_000, 0, false, 42);

    public VmOptions withMaxHeapBytes(long bytes) {
        return new VmOptions(bytes, stackBytes, maxNativeDepth, gcEvery, verify, seed);
    }

    public VmOptions withStackBytes(long bytes) {
        return new VmOptions(maxHeapBytes, bytes, maxNativeDepth, gcEvery, verify, seed);
    }

    public VmOptions withGcEvery(int allocations) {
        return new VmOptions(maxHeapBytes, stackBytes, maxNativeDepth, allocations, verify, seed);
    }

    public VmOptions withVerify(boolean on) {
        return new VmOptions(maxHeapBytes, stackBytes, maxNativeDepth, gcEvery, on, seed);
    }
}
