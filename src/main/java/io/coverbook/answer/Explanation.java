package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import java.util.List;

/**
 * An output row walked back to what it rests on.
 *
 * @param kind charge, term, invoice, flag or entitlement
 * @param found whether there is such a row; if not, the sentence says why not
 * @param sentence the answer in one or two sentences
 * @param facts the chain: what is so, by which rules, and where it was read
 */
public record Explanation(String kind, String id, boolean found, String sentence, List<Fact> facts) {}
