package cn.suinian.settlement.statement;

import cn.suinian.settlement.statement.format.RowProblem;

/**
 * A line of a statement that is no row.
 *
 * @param field as the mapping names it; empty: the line as a whole
 * @param shown the beginning of what stood there; long numbers are masked
 */
public record BadRow(int lineNo, String field, RowProblem problem, String shown) {}
