package io.coverbook.cli;

/** Exit codes (CONTRACT 1). */
final class Exit {

    static final int DONE = 0;
    static final int ERROR = 1;
    static final int USAGE = 2;
    static final int REJECTED = 3;
    static final int CONTROL = 4;
    static final int APPROVAL = 5;
    static final int CLOSED = 6;
    static final int BUSY = 75;
    static final int STOPPED = 143;

    private Exit() {}
}
