package io.coverbook.batch;

/** Is told what the jobs are doing, for whoever watches. */
public interface Progress {

    /** A run begins: {@code import}, {@code reconcile 2026-03-31}, {@code month-end 2026-03}. */
    void run(String what);

    void step(String name);

    /** So many rows are read of the step that runs; told now and then, not for every row. */
    default void rows(long rows) {}

    /** A step is done; {@code rows} is what it wrote or read. */
    void done(String name, long millis, long rows);

    /** Something a person should read, though nothing went wrong. */
    void note(String text);

    /** Nobody watches. */
    Progress SILENT = new Progress() {
        @Override
        public void run(String what) {}

        @Override
        public void step(String name) {}

        @Override
        public void done(String name, long millis, long rows) {}

        @Override
        public void note(String text) {}
    };
}
