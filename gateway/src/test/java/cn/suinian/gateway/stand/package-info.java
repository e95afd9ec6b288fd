/** What the tests of the terminal API stand on: a small city, a clock to set, and terminals that can misbehave. */
package cn.suinian.gateway.stand;
