/**
 * People aged 60 and over, as far as a tap needs to know them: when they were born, where their hukou is and was,
 * which categories they are in, whether they live.
 *
 * <p>Facts are kept as {@link cn.suinian.core.holder.Period periods}, not as a current value: a tap that arrives late
 * is judged by what was true when it was made (a move between districts in the middle of a month changes who pays from
 * that day on, not for yesterday's lunch). Names and documents are in {@code holder.register} and its neighbours,
 * sealed; no decision needs them.
 *
 * <p>Imports nothing of the other rooms.
 */
package cn.suinian.core.holder;
