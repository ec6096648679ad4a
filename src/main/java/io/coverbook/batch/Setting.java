package io.coverbook.batch;

import io.coverbook.ingest.ReferenceData;
import java.util.Map;

/**
 * What the person who calls has chosen for all commands.
 *
 * @param actor on whose behalf things are changed (L18)
 * @param policies the keys that were set; the others keep their defaults
 * @param rulesVersion the version of the program's rules
 */
public record Setting(String actor, Map<String, String> policies, ReferenceData reference, String rulesVersion) {}
