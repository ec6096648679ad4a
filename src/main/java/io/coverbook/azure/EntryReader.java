package io.coverbook.azure;

import io.coverbook.azure.AzureFormException.Trouble;
import io.coverbook.azure.EntryNames.Step;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON entry by entry, however large the file is, in every wrapping that Azure's tools give it: a list in an
 * envelope ({@code value} or {@code items}), several pages one behind the other, a bare list, one object a line, or a
 * single resource (FORMATS 10.1).
 */
public final class EntryReader implements Closeable {

    /** What the parser adds of its own about where something began, which names no place. */
    private static final Pattern STARTED = Pattern.compile(" \\(for \\w+ starting at \\[Source:.*?\\]\\)");

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 1000;
    private static final Set<String> LISTS = Set.of("value", "items");

    /** What examples write where a link to the next page would stand. */
    private static final Set<String> NO_LINK = Set.of("", "...", "string");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private enum Place {
        OUTSIDE,
        IN_BARE_LIST,
        IN_ENVELOPE,
        ENDED
    }

    private final JsonParser parser;
    private final EntryNames names = new EntryNames();
    private final AzureEntry entry = new AzureEntry();
    private Place place = Place.OUTSIDE;
    private int entries;
    private int envelopes;
    private long begin;
    private boolean linked;
    private final boolean manifest;
    private boolean bare;
    private boolean roots;

    /** A reader of text in UTF-8. */
    public EntryReader(InputStream in) throws IOException {
        this(in, false);
    }

    /** A reader of a list of the parts of an export, which is its only entry. */
    public static EntryReader ofManifest(InputStream in) throws IOException {
        return new EntryReader(in, true);
    }

    private EntryReader(InputStream in, boolean manifest) throws IOException {
        this.manifest = manifest;
        try {
            parser = JSON.createParser(ObjectReadContext.empty(), in);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** The next entry, null at the end of the file. What it is does not live longer than until the next call. */
    public @Nullable AzureEntry next() throws IOException {
        try {
            return advance();
        } catch (StreamConstraintsException e) {
            throw new AzureFormException(Trouble.LIMIT, line(), "the JSON is " + words(e), e);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private @Nullable AzureEntry advance() throws IOException {
        while (place != Place.ENDED) {
            if (place == Place.OUTSIDE) {
                if (root()) {
                    return entry;
                }
            } else if (parser.nextToken() == JsonToken.END_ARRAY) {
                if (place == Place.IN_BARE_LIST) {
                    place = Place.OUTSIDE;
                } else {
                    envelope();
                }
            } else {
                read();
                return entry;
            }
        }
        return null;
    }

    /** Begins the next value of the file; true when it is an entry by itself. */
    private boolean root() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            place = Place.ENDED;
            if (!roots) {
                throw new AzureFormException(Trouble.EMPTY, 0, "the file holds nothing; export it again");
            }
            return false;
        }
        boolean only = !roots;
        roots = true;
        if (token == JsonToken.START_ARRAY) {
            if (!only) {
                throw new AzureFormException(
                        Trouble.SYNTAX, line(), "a second list follows the first; import them as two files");
            }
            place = Place.IN_BARE_LIST;
            bare = true;
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new AzureFormException(
                    Trouble.SYNTAX, line(), "the file holds a bare value, no object or list; export it again");
        }
        begin = parser.currentTokenLocation().getByteOffset();
        entry.begin(entries + 1);
        return envelope();
    }

    /** Reads the fields of an object at the root: true when it turns out to be an entry and no envelope. */
    private boolean envelope() throws IOException {
        boolean listed = place == Place.IN_ENVELOPE;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && LISTS.contains(field.toLowerCase(Locale.ROOT)) && !listed) {
                envelopes++;
                linked = linkOf(entry);
                place = Place.IN_ENVELOPE;
                return false;
            }
            if (listed) {
                Step step = names.root().field(field);
                entry.begin(entries);
                value(step, token);
                linked |= linkOf(entry);
            } else {
                value(names.root().field(field), token);
            }
        }
        place = Place.OUTSIDE;
        if (listed) {
            return false;
        }
        refuseOthers();
        entries++;
        return true;
    }

    private static boolean linkOf(AzureEntry root) {
        String link = root.text("nextlink", "links.next.uri", "@odata.nextlink");
        return link != null && !NO_LINK.contains(link.toLowerCase(Locale.ROOT));
    }

    private void refuseOthers() throws AzureFormException {
        boolean bare = entry.text("code") != null && entry.text("message") != null && entry.text("id") == null;
        if (bare || entry.text("error.code") != null || entry.text("error.message") != null || error()) {
            String code = entry.or("error.code", "code", "error");
            throw new AzureFormException(
                    Trouble.ERROR_SAVED,
                    0,
                    "the file holds an error of the service instead of an export: " + code + ", "
                            + entry.or("error.message", "message", "error_description")
                            + "; mend what it says and export again");
        }
        if (!manifest && (entry.knows("blobs.0.blobname") || entry.knows("manifest.blobs.0.bloblink") || manifest())) {
            throw new AzureFormException(
                    Trouble.MANIFEST,
                    0,
                    "the file lists the parts of an export; import the parts themselves"
                            + (entry.text("manifest.blobcount", "blobcount") == null
                                    ? ""
                                    : " (" + entry.or("manifest.blobcount", "blobcount") + " of them, together "
                                            + entry.or("manifest.bytecount", "bytecount") + " bytes)"));
        }
    }

    private boolean error() {
        return entry.knows("error") && entry.text("id") == null;
    }

    private boolean manifest() {
        return entry.knows("manifestversion") || entry.knows("exportconfig.exportname");
    }

    /** Reads one entry of a list, from its first token on. */
    private void read() throws IOException {
        begin = parser.currentTokenLocation().getByteOffset();
        entry.begin(++entries);
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            entry.noObject();
            parser.skipChildren();
            return;
        }
        fields(names.root());
    }

    private void fields(Step above) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Step step = above.field(parser.currentName());
            value(step, parser.nextToken());
        }
    }

    private void value(Step step, JsonToken token) throws IOException {
        if (step.passedOver) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            fields(step);
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(step.item(i), parser.currentToken());
            }
        } else if (!step.name.isEmpty()) {
            if (step.seenIn == entries && entry.knows(step.name)) {
                throw new AzureFormException(
                        Trouble.SYNTAX,
                        line(),
                        "entry " + Math.max(1, entry.number()) + " has '" + step.name + "' twice; export it again");
            }
            step.seenIn = entries;
            entry.put(step.name, token == JsonToken.VALUE_NULL ? "" : parser.getString());
        }
    }

    /** Whether the last page says that there are more (O26). Complete only at the end of the file. */
    public boolean goesOn() {
        return linked;
    }

    /** Whether the entries came in an envelope or a bare list, as a whole list does. */
    public boolean isList() {
        return envelopes > 0 || bare;
    }

    /** Where the entry given last begins, counted in bytes of the JSON text from its start; -1 when that is not known. */
    public long begins() {
        return begin;
    }

    /** Where the entry given last ends. */
    public long ends() {
        return parser.currentLocation().getByteOffset();
    }

    private int line() {
        return Math.max(1, parser.currentLocation().getLineNr());
    }

    private IOException unreadable(JacksonException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException io && !(cause instanceof java.io.CharConversionException)) {
            return io;
        }
        String message = words(e);
        boolean bytes = message.contains("UTF-8") || message.contains("UTF-16") || message.contains("UTF-32");
        if (bytes) {
            return new AzureFormException(
                    Trouble.ENCODING, line(), "the bytes are no text (" + message + "); save the file as UTF-8", e);
        }
        return new AzureFormException(
                Trouble.SYNTAX,
                line(),
                "the JSON is malformed at column "
                        + Math.max(1, parser.currentLocation().getColumnNr()) + ": " + message
                        + "; nothing of the file was taken, export it again",
                e);
    }

    private static String words(JacksonException e) {
        String message = STARTED.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
