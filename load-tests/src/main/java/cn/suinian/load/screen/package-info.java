/**
 * What a person sees of a run: lines, tables and one progress line.
 *
 * <p>{@link cn.suinian.load.screen.Screen} writes to a stream made from the process's own standard output, so nothing
 * that a library prints through {@code System.out} is mistaken for a result and tests can read what was shown. Progress
 * overwrites itself on a terminal and is a rare plain line in a log. {@link cn.suinian.load.screen.Table} counts
 * Chinese characters as two columns wide, or every table with a company name in it would be ragged.
 *
 * <p>Imports the JDK only.
 */
package cn.suinian.load.screen;
