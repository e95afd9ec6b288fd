package cn.suinian.gateway.terminal.gate;

/** What every request of a node passes, and what its reply passes on the way out. */
public record Entrance(Gatekeeper gatekeeper, Throttle throttle, Sightings sightings, TapMeters meters) {}
