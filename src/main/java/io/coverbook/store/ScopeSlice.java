package io.coverbook.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A part of all scopes that can be decided by itself: a range of accounts by their numbers, and a range of customers with
 * all their agreements, as the agreements of one customer are decided together (R77). Ranges are half open.
 */
public record ScopeSlice(long fromScope, long untilScope, String fromCustomer, String untilCustomer) {

    /** Every scope. */
    public static final ScopeSlice ALL = new ScopeSlice(0, Long.MAX_VALUE, "", Columns.LAST);

    /** So many parts with about as many accounts and agreements each; together they are all scopes, and none is in two. */
    static List<ScopeSlice> cut(Statements sql, int parts) {
        if (parts == 1) {
            return List.of(ALL);
        }
        Double[] shares = new Double[parts - 1];
        Arrays.setAll(shares, i -> (i + 1) / (double) parts);
        List<Long> scopes = cuts(sql, "scope-cuts", shares, Long.class, ALL.fromScope());
        List<String> customers = cuts(sql, "agreement-cuts", shares, String.class, ALL.fromCustomer());
        List<ScopeSlice> slices = new ArrayList<>();
        ScopeSlice rest = ALL;
        for (int i = 0; i < shares.length; i++) {
            slices.add(new ScopeSlice(rest.fromScope, scopes.get(i), rest.fromCustomer, customers.get(i)));
            rest = new ScopeSlice(scopes.get(i), ALL.untilScope, customers.get(i), ALL.untilCustomer);
        }
        slices.add(rest);
        return slices;
    }

    private static <T> List<T> cuts(Statements sql, String statement, Double[] shares, Class<T> type, T none) {
        return sql.list(statement, Map.of("shares", shares), (r, i) -> {
                    Array found = r.getArray(1);
                    return found == null ? Collections.nCopies(shares.length, none) : typed(found, type);
                })
                .get(0);
    }

    private static <T> List<T> typed(Array found, Class<T> type) throws SQLException {
        return Arrays.stream((Object[]) found.getArray()).map(type::cast).toList();
    }

    Map<String, Object> parameters() {
        return Map.of(
                "from_scope",
                fromScope,
                "until_scope",
                untilScope,
                "from_customer",
                fromCustomer,
                "until_customer",
                untilCustomer);
    }
}
