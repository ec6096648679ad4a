package io.coverbook.bench;

/** How the usage subscriptions of a portfolio lie among its accounts: five times as many as accounts, but for the last. */
public enum Shape {

    /** Most accounts have one to three, a few up to a hundred, six have thousands and one has a third of all. */
    LIFE,

    /** The same without the seven giants, whose rows the small accounts have. */
    EVEN,

    /** All in one account. */
    ONE_ACCOUNT,

    /** As LIFE, and one customer has up to 5 000 agreements. */
    ONE_CUSTOMER,

    /** One in every account. */
    ONE_EACH;

    private static final int GIANTS = 6;
    private static final long GIANT = 10_000;
    private static final long LARGEST = 200_000;

    /** From so many accounts on, the giants have their full size. */
    private static final long FULL_SIZE = 100_000;

    private static final int ONE_CUSTOMERS_AGREEMENTS = 5_000;

    /** The mean of the accounts that are not large, and of those that are but no giants. */
    private static final double SMALL_MEAN = 2;

    private static final double LARGE_MEAN = 16.85;
    private static final int MILLION = 1_000_000;

    /** The number of usage subscriptions of an account. */
    int subscriptions(int account, int accounts) {
        return switch (this) {
            case ONE_EACH -> 1;
            case ONE_ACCOUNT -> account == accounts / 2 ? 5 * accounts : 0;
            case EVEN -> usual(account, 0, accounts);
            case LIFE, ONE_CUSTOMER -> giant(account, accounts);
        };
    }

    /** Whether the account is one of the customer who has so many agreements. */
    boolean ofOneCustomer(int account, int accounts) {
        return this == ONE_CUSTOMER && account < Math.min(ONE_CUSTOMERS_AGREEMENTS, accounts / 2);
    }

    private int giant(int account, int accounts) {
        long scaled = Math.min(accounts, FULL_SIZE);
        int largest = (int) (LARGEST * scaled / FULL_SIZE);
        int giant = (int) (GIANT * scaled / FULL_SIZE);
        if (account == accounts / 2) {
            return largest;
        }
        for (int i = 1; i <= GIANTS; i++) {
            if (account == (int) (i * (long) accounts / (GIANTS + 1))) {
                return giant;
            }
        }
        return usual(account, largest + GIANTS * giant, accounts);
    }

    /** One to three, or many with the chance that makes the total come out as five an account. */
    private static int usual(int account, int inGiants, int accounts) {
        double mean = (5.0 * accounts - inGiants) / accounts;
        int large = (int) ((mean - SMALL_MEAN) / (LARGE_MEAN - SMALL_MEAN) * MILLION);
        if (Draw.LARGE.below(MILLION, account, 0) >= large) {
            return 1 + Draw.LARGE.below(3, account, 1);
        }
        return Draw.LARGE.below(10, account, 2) < 9
                ? 4 + Draw.LARGE.below(17, account, 3)
                : 21 + Draw.LARGE.below(80, account, 4);
    }
}
