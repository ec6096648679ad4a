package io.coverbook.azure;

import java.util.Map;

/**
 * A row in the words of our own columns.
 *
 * @param number the place in the file of the entry it comes from, the first being 1
 * @param id what the row is about; what is stored under it completes the row
 * @param told what the source says, by column, in our own spelling; "" where it says that there is nothing
 * @param otherwise what to take for columns that neither the source nor anything stored tells
 * @param whole whether the source knows every column that matters, so that nothing stored need be looked up
 */
public record AzureRow(int number, String id, Map<String, String> told, Map<String, String> otherwise, boolean whole) {}
