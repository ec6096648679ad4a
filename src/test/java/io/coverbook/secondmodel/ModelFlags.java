package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Findings.Flag;
import io.coverbook.secondmodel.Findings.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recorded flags: what a run finds replaces the row, what it no longer finds is resolved (G2). */
final class ModelFlags {

    private final Map<Key, Flag> recorded = new TreeMap<>();

    void record(ModelWorld world, ModelCharges charges, ModelInvoices documents) {
        Findings findings = new Findings(world.day);
        new PlanFlags(world, findings).find(charges);
        new AgreementFlags(world, findings).find();
        new RowFlags(world, findings).find(documents);
        Map<Key, Flag> found = findings.found();
        recorded.replaceAll((key, flag) -> flag.resolved() == null && !found.containsKey(key)
                ? new Flag(flag.severity(), flag.first(), world.day)
                : flag);
        recorded.putAll(found);
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        recorded.forEach((key, flag) -> rows.add(List.of(
                key.code(),
                key.type(),
                key.id(),
                flag.severity(),
                flag.first().toString(),
                flag.resolved() == null ? "" : flag.resolved().toString())));
        return rows;
    }
}
