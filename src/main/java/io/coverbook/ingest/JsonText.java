package io.coverbook.ingest;

import io.coverbook.azure.AzureEntry;
import io.coverbook.azure.AzureFormException;
import io.coverbook.azure.EntryReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JSON export opened: entry after entry. */
final class JsonText implements Closeable {

    private final ExportBytes bytes;
    private final EntryReader reader;
    private final boolean marked;

    JsonText(Path path, ReadOptions options) throws IOException {
        bytes = new ExportBytes(path, options);
        try {
            marked = encoding(bytes, options).mark() > 0;
            reader = new EntryReader(utf8(bytes, options));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static TextEncoding encoding(ExportBytes bytes, ReadOptions options) throws FileRefusedException {
        return TextEncoding.of(bytes.head(), options.encoding());
    }

    /** The bytes of the text in UTF-8, in which places of entries are counted. */
    static InputStream utf8(ExportBytes bytes, ReadOptions options) throws IOException {
        TextEncoding encoding = encoding(bytes, options);
        InputStream content = bytes.content(encoding.mark());
        return encoding.charset().equals(StandardCharsets.UTF_8) ? content : new Utf8Stream(content, encoding);
    }

    /** Whether the file begins as JSON does, whatever its name. */
    static boolean begins(Path path, ReadOptions options) throws IOException {
        try (ExportBytes bytes = new ExportBytes(path, options)) {
            byte[] head = bytes.head();
            TextEncoding encoding = TextEncoding.of(head, options.encoding());
            String text = new String(head, encoding.mark(), head.length - encoding.mark(), encoding.charset());
            String start = text.stripLeading();
            return start.startsWith("{") || (start.startsWith("[") && !start.startsWith("[--"));
        }
    }

    /** The next entry, null at the end. */
    @Nullable AzureEntry next() throws IOException {
        try {
            return reader.next();
        } catch (AzureFormException e) {
            throw refused(e);
        }
    }

    EntryReader reader() {
        return reader;
    }

    boolean marked() {
        return marked;
    }

    /** The SHA-256 of the file, after its last entry. */
    String finish() throws IOException {
        return bytes.finish();
    }

    static FileRefusedException refused(AzureFormException e) {
        FileCode code =
                switch (e.trouble()) {
                    case EMPTY -> FileCode.F01_EMPTY;
                    case ERROR_SAVED, MANIFEST, UNKNOWN -> FileCode.F08_WRONG_TYPE;
                    case SYNTAX -> FileCode.F24_JSON_SYNTAX;
                    case ENCODING -> FileCode.F06_ENCODING;
                    case LIMIT -> FileCode.F25_JSON_LIMIT;
                    case AMBIGUOUS_DATES -> FileCode.F30_AMBIGUOUS_DATES;
                };
        return new FileRefusedException(code, e.line(), String.valueOf(e.getMessage()), e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        bytes.close();
    }
}
