/**
 * A terminal API small enough to read at once, for tests of everything that talks to one. It checks MACs, answers what
 * it is told to answer, and fails on command: drops the connection, says 503, signs with the wrong key.
 */
package cn.suinian.load.fake;
