package io.coverbook.azure;

/** Takes what a list tells, entry by entry. */
public interface AzureSink {

    void row(AzureRow row);

    /** An entry that cannot be told in our words. */
    void fault(AzureFault fault);

    /** Something people should know, although the entry is taken; counted by its kind. */
    void note(AzureNote note, int number, String detail);
}
