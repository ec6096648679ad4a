package io.coverbook.server;

/** A database user and the password that lets it in. */
public record Credentials(String user, String password) {

    /** Without the password, so that no log and no error message can carry it. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=hidden]";
    }
}
