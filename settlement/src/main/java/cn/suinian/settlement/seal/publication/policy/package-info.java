/**
 * Which figures of a table are not told the public, so that nobody can be found in it: pure.
 *
 * <p>A figure of fewer than k holders is withheld. That alone hides nothing, because a row's total less its other
 * figures is the hidden one; so further figures are withheld until none of the hidden ones follows from what is told.
 * Whether one follows is decided by linear algebra over the whole table, exactly: two hidden figures in every row and
 * column are not enough (a chain of them may fix one), and looking at single rows would not see it. The same holds for
 * groups: two people in two hidden figures are found by what both are together, so nothing may follow that is of small
 * figures alone. Holders are not added up for this, because one person may be in all of them.
 *
 * <p>Which figures were too small and which only help to hide them is not told; else a total of eighteen over two small
 * ones would say that both are nine.
 *
 * <p>Rejected: rounding and noise (the totals have to be those of the seal), one threshold without more (see above).
 *
 * <p>Imports nothing.
 */
package cn.suinian.settlement.seal.publication.policy;
