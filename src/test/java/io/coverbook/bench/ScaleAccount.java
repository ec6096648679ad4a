package io.coverbook.bench;

import java.util.List;
import java.util.Locale;

/**
 * What is the same about an account in every edition: 10 % of the accounts have an Enterprise Agreement each, 60 % a plan.
 *
 * @param no from 0; three neighbours belong to one customer
 * @param oneCustomer whether it is one of the customer who has very many agreements
 */
record ScaleAccount(int no, boolean oneCustomer) {

    static final String HIGHEST = "PROFESSIONAL_DIRECT";

    private static final List<String> COUNTRIES = List.of("US", "DE", "SE", "GB");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "SEK", "GBP");

    boolean agreement() {
        return oneCustomer || type().equals("EA");
    }

    String type() {
        int share = Draw.AGREEMENT.below(100, no, 0);
        return oneCustomer || share < 10 ? "EA" : share < 45 ? "MCA" : share < 95 ? "MOSP" : "MPA";
    }

    String id() {
        return String.format(Locale.ROOT, "BA-%08d", no);
    }

    /** Empty without an agreement. */
    String agreementId() {
        return agreement() ? String.format(Locale.ROOT, "E-%07d", no) : "";
    }

    String customer() {
        return oneCustomer ? "C-ONE" : String.format(Locale.ROOT, "C-%08d", no / 3);
    }

    String name() {
        return "Customer " + no + " AB";
    }

    String country() {
        return COUNTRIES.get(place());
    }

    String currency() {
        return CURRENCIES.get(place());
    }

    private int place() {
        int share = Draw.COUNTRY.below(100, no, 0);
        return share < 60 ? 0 : share < 85 ? 1 : share < 95 ? 2 : 3;
    }

    /** 1 % expire in March 2026. */
    String cardExpiry() {
        if (agreement()) {
            return "";
        }
        return Draw.CARD.perMille(10, no, 0)
                ? "2026-03"
                : String.format(Locale.ROOT, "2033-%02d", 1 + Draw.CARD.below(12, no, 1));
    }

    /** Partners buy no plans for themselves; the few that did are held. */
    boolean hasPlan() {
        return Draw.PLAN.below(100, no, 0) < (type().equals("MPA") ? 6 : 63);
    }

    /** An agreement without a plan row may have a level of its own, bought through the seller. */
    boolean ownLevel() {
        return agreement() && !hasPlan() && Draw.LEVEL.below(100, no, 0) < 30;
    }

    String tier() {
        int share = Draw.TIER.below(100, no, 0);
        if (agreement()) {
            return share < 70 ? "STANDARD" : HIGHEST;
        }
        return share < 40 ? "DEVELOPER" : share < 85 ? "STANDARD" : HIGHEST;
    }

    /** Where the plan was bought, as its kind of account may. */
    String channel() {
        int share = Draw.CHANNEL.below(100, no, 0);
        return switch (type()) {
            case "EA" -> share < 60 ? "MS_SELLER" : share < 90 ? "RESELLER" : "MS_REPRESENTATIVE";
            case "MCA" -> share < 60 ? "MCA" : share < 90 ? "AZURE_PORTAL" : "MS_REPRESENTATIVE";
            case "MPA" -> "PARTNER";
            default -> share < 70 ? "AZURE_PORTAL" : share < 95 ? "AZURE_WEBSITE" : "MS_REPRESENTATIVE";
        };
    }

    /** The day on which the plan was bought, in a month given as {@code 2026-03-}. */
    String bought(String month) {
        return month + twoDigits(boughtDay());
    }

    private int boughtDay() {
        return 1 + Draw.BOUGHT.below(31, no, 0);
    }

    /** A day of March from the purchase on, for what happened to the plan then. */
    String after() {
        int left = 31 - boughtDay();
        return "2026-03-" + twoDigits(boughtDay() + (left == 0 ? 0 : 1 + Draw.BOUGHT.below(left, no, 1)));
    }

    /** 1 % of the lower plans of accounts are replaced by the highest tier in March. */
    boolean upgraded() {
        return !agreement()
                && !tier().equals(HIGHEST)
                && boughtDay() < 31
                && !Draw.CANCELLED.perMille(20, no, 0)
                && Draw.UPGRADED.perMille(10, no, 0);
    }

    private static String twoDigits(int day) {
        return day < 10 ? "0" + day : String.valueOf(day);
    }
}
