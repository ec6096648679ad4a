package io.coverbook.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the bytes of a file become text, told by its first bytes (DECISIONS L7): {@code mark} bytes are no text. */
record TextEncoding(Charset charset, int mark) {

    private static final TextEncoding UTF_8_MARKED = new TextEncoding(StandardCharsets.UTF_8, 3);

    static TextEncoding of(byte[] head, @Nullable Charset told) throws FileRefusedException {
        TextEncoding marked = marked(head);
        if (told != null && marked != null && !agree(told, marked.charset)) {
            throw refused("the file begins with the mark of " + marked.charset + ", but --encoding says " + told
                    + "; leave --encoding out");
        }
        if (marked != null) {
            return marked;
        }
        if (told != null) {
            return new TextEncoding(told, 0);
        }
        if (head.length >= 4 && (head[0] == 0) != (head[1] == 0) && (head[2] == 0) != (head[3] == 0)) {
            throw refused("the file looks like UTF-16 without a byte order mark; save it as UTF-8, or give"
                    + (head[0] == 0 ? " --encoding UTF-16BE" : " --encoding UTF-16LE"));
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean agree(Charset told, Charset marked) {
        return told.equals(marked)
                || (told.equals(StandardCharsets.UTF_16) && marked.name().startsWith("UTF-16"));
    }

    private static @Nullable TextEncoding marked(byte[] head) throws FileRefusedException {
        if (begins(head, List.of(0xff, 0xfe, 0, 0)) || begins(head, List.of(0, 0, 0xfe, 0xff))) {
            throw refused("the file is UTF-32; save it as UTF-8");
        }
        if (begins(head, List.of(0xef, 0xbb, 0xbf))) {
            return UTF_8_MARKED;
        }
        if (begins(head, List.of(0xff, 0xfe))) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(head, List.of(0xfe, 0xff))) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    private static boolean begins(byte[] head, List<Integer> mark) {
        boolean equal = head.length >= mark.size();
        for (int i = 0; equal && i < mark.size(); i++) {
            equal = (head[i] & 0xff) == mark.get(i);
        }
        return equal;
    }

    private static FileRefusedException refused(String message) {
        return new FileRefusedException(FileCode.F06_ENCODING, 1, message);
    }
}
