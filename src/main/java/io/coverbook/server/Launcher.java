package io.coverbook.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of running the server's programs as a user whom PostgreSQL accepts: it refuses root.
 *
 * @param prefix the words before the program
 * @param account whom the server's files must belong to, if not to whoever runs this program
 */
record Launcher(String name, List<String> prefix, @Nullable Account account) {

    /**
     * The ways open to a user, the best first. A user namespace without a mapping comes first for root: the processes
     * are nobody to PostgreSQL, yet files keep their owner. It also helps an ordinary user whom the password file does
     * not know, as in many containers.
     *
     * @param keeper the owner of the files of the server; root must run it as that account
     */
    static List<Launcher> candidates(Account current, Account keeper, List<Account> suitable) {
        Launcher namespace = new Launcher("unshare", List.of("unshare", "-U", "--"), null);
        if (current.uid() != 0) {
            return List.of(new Launcher("directly", List.of(), null), namespace);
        }
        if (keeper.uid() != 0) {
            return as(keeper);
        }
        List<Launcher> all = new ArrayList<>();
        all.add(namespace);
        suitable.forEach(account -> all.addAll(as(account)));
        return List.copyOf(all);
    }

    private static List<Launcher> as(Account account) {
        Launcher setpriv = new Launcher(
                "setpriv as " + account.name(),
                List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--clear-groups", "--"),
                account);
        if (account.name().startsWith("#")) {
            return List.of(setpriv);
        }
        Launcher runuser =
                new Launcher("runuser as " + account.name(), List.of("runuser", "-u", account.name(), "--"), account);
        return List.of(setpriv, runuser);
    }
}
