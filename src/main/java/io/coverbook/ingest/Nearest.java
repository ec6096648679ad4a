package io.coverbook.ingest;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what a misspelled word was probably meant to be. */
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** The candidate with the fewest letters to change, null when that would be more than a third of the word. */
    public static @Nullable String of(String word, Collection<String> candidates) {
        String best = null;
        int fewest = Math.max(1, word.length() / 3) + 1;
        if (word.isEmpty() || word.length() > LONGEST) {
            return null;
        }
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < fewest) {
                fewest = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            above = nextRow(above, i, a.charAt(i - 1), b);
        }
        return above[b.length()];
    }

    private static int[] nextRow(int[] above, int i, char letter, String b) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = above[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        }
        return row;
    }
}
