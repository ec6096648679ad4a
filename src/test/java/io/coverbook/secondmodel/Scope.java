package io.coverbook.secondmodel;

/** What a plan covers: a whole billing account or a whole agreement (R58, R76). */
record Scope(boolean ea, String id) {

    String type() {
        return ea ? "EA" : "ACCOUNT";
    }
}
