package cn.suinian.load.frame;

/**
 * A request ready for the wire.
 *
 * @param authorization the value of the Authorization header
 * @param mac the request's MAC, which the reply's MAC covers
 */
public record SignedFrame(Frame frame, String authorization, String mac) {}
