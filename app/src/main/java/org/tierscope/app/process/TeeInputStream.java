package org.tierscope.app.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies everything that is read to a second place. If that fails (disk full), reading goes on without it. */
final class TeeInputStream extends FilterInputStream {
    private OutputStream copy;
    private IOException failure;

    TeeInputStream(InputStream in, OutputStream copy) {
        super(in);
        this.copy = copy;
    }

    /** Why the copy is not complete; null if it is. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0 && copy != null) {
            try {
                copy.write(bytes, offset, count);
            } catch (IOException e) {
                failure = e;
                closeCopy();
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        closeCopy();
        super.close();
    }

    private void closeCopy() {
        if (copy != null) {
            try {
                copy.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
            copy = null;
        }
    }
}
