package io.coverbook.ingest;

/** Makes the rows of one kind of export. */
interface RowReader {

    /** The row of the cells; arbitrary when the cells end up with faults, and then not to be handed on. */
    ExportRow row(Cells cells);
}
