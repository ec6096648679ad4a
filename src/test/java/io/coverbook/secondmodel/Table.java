package io.coverbook.secondmodel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The output tables of the contract, section 3: their columns, the first of which are the key. */
enum Table {
    PLANS(1, "plan_id,scope_type,scope_id,tier,channel,start,status,covered_through,contract_end,merged_into"),
    TERMS(2, "plan_id,term,service_from,service_through,outcome"),
    ENDINGS(1, "plan_id,on,outcome"),
    CHARGES(
            2,
            "plan_id,term,charge_date,service_from,service_through,tier,amount,currency,state,posting_month,late,hold_reason"),
    INVOICES(
            1,
            "invoice_number,posting_month,bill_to,billing_profile_id,currency,invoice_date,due_date,subtotal,tax,total,"
                    + "credit_applied,status"),
    INVOICE_LINES(
            2,
            "invoice_number,line,plan_id,term,scope_type,scope_id,tier,charge_date,service_from,service_through,quantity,"
                    + "unit_price,amount"),
    CREDIT_NOTES(
            1, "credit_note_number,posting_month,bill_to,currency,invoice_number,plan_id,term,reason,amount,tax,total"),
    ENTITLEMENTS(
            2,
            "subscription_id,valid_from,valid_through,tier,source,technical_support,billing_support,max_severity,plan_id,"
                    + "reason"),
    EA_STATUS(1, "ea_id,verdict,plan_id,reason,due_date"),
    FLAGS(3, "code,object_type,object_id,severity,first_seen,resolved_on"),
    NOTICES(3, "kind,object_id,due_date,recipient"),
    ENTITLED_USERS(2, "user,subscription_id,role,entitled,may_create,may_manage,can_assign_role"),
    IMPORTS(2, "exported_at,file,kind,sha256,read,added,changed,unchanged,duplicates,rejected"),
    MONTHS(1, "month,status,closed_at,invoices,credit_notes,total");

    final int keys;
    final List<String> columns;

    Table(int keys, String columns) {
        this.keys = keys;
        this.columns = List.of(columns.split(","));
    }

    String fileName() {
        return title() + ".csv";
    }

    String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Rows in order of the key, text by code point and the numbers of terms and lines as numbers (K1). */
    Comparator<List<String>> order() {
        Comparator<List<String>> order = Comparator.comparing(row -> row.get(0));
        for (int i = 1; i < keys; i++) {
            int column = i;
            boolean number = List.of("term", "line").contains(columns.get(column));
            order = number
                    ? order.thenComparing(row -> Integer.parseInt(row.get(column)))
                    : order.thenComparing(row -> row.get(column));
        }
        return order;
    }

    String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        rows.stream()
                .sorted(order())
                .map(row -> row.stream().map(Table::quoted).collect(Collectors.joining(",")))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The lines of a file by key. */
    Map<String, List<String>> byKey(String text) {
        Map<String, List<String>> rows = new TreeMap<>();
        text.lines().skip(1).forEach(line -> {
            List<String> row = cells(line);
            rows.merge(String.join(" ", row.subList(0, keys)), row, (a, b) -> {
                throw new IllegalStateException(title() + " has two rows " + a.subList(0, keys));
            });
        });
        return rows;
    }

    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<String> cells(String line) {
        if (line.indexOf('"') < 0) {
            return Arrays.asList(line.split(",", -1));
        }
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.startsWith("\"")
                        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                        : cell)
                .toList();
    }
}
