package cn.suinian.core.staff.signin;

/**
 * Where a request comes from.
 *
 * @param address the network address, as the outermost proxy of ours saw it
 * @param userAgent what the browser calls itself; empty when it does not say
 */
public record Visitor(String address, String userAgent) {}
