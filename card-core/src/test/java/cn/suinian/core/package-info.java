/**
 * Tests of the core. What several rooms' tests start from lies with the room it is about: builders of taps and people
 * in {@code authorization.decision}, the city's rules in {@code entitlement}, a model of the database beside the lane.
 */
package cn.suinian.core;
