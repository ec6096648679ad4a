package io.coverbook.outbox;

/** How one attempt to send ended. */
record Attempt(Result result, String problem) {

    /** Whether it arrived, may arrive later, or never will. */
    enum Result {
        SENT,
        /** The other side was there and did not take it. */
        FAILED,
        /** The other side was not there, so that nothing else arrives now either. */
        AWAY,
        /** It will not be taken however often it is tried. */
        REFUSED
    }

    static final Attempt SENT = new Attempt(Result.SENT, "");

    static Attempt failed(String problem) {
        return new Attempt(Result.FAILED, Masked.of(problem));
    }

    static Attempt away(String problem) {
        return new Attempt(Result.AWAY, Masked.of(problem));
    }

    static Attempt refused(String problem) {
        return new Attempt(Result.REFUSED, Masked.of(problem));
    }
}
