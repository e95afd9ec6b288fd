/** Forged and replayed messages of each kind: what is refused, and that nothing is changed by it. */
package cn.suinian.gateway.forgery;
