/** The counter API over HTTP against a real PostgreSQL: what a bank's software meets. */
package cn.suinian.gateway.counter;
