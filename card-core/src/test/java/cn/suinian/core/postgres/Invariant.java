package cn.suinian.core.postgres;

import java.util.List;

/**
 * What is true of the database at any time, whichever test ran.
 *
 * @param name a sentence, as it reads in a failure
 * @param tables those it speaks of; it is skipped while one of them does not exist
 * @param violations a query whose rows are the breaches; no rows, no breach
 */
public record Invariant(String name, List<String> tables, String violations) {}
