package cn.suinian.gateway.terminal;

/** What every request of a node passes, and what its reply passes on the way out. */
record Entrance(Gatekeeper gatekeeper, Throttle throttle, Sightings sightings, TapMeters meters) {}
