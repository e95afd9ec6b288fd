/**
 * A lean client that sends requests signed beforehand over many kept connections from one thread, and measures.
 *
 * <p>It shares the processor with what it measures, so it does little: a selector, no parsing beyond the status line
 * and the length, no object per request. {@link cn.suinian.load.driver.Driver} has two loads. In the closed one each
 * connection sends again as soon as it is answered: it finds the highest rate. In the open one requests are due at
 * fixed times whatever the server does, and a latency counts from when its request was due, so a server that stalls is
 * charged for all who would have come meanwhile (coordinated omission).
 *
 * <p>Imports the JDK and HdrHistogram only.
 */
package cn.suinian.load.driver;
