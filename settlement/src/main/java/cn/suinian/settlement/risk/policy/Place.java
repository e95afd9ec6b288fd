package cn.suinian.settlement.risk.policy;

/**
 * Where a terminal stands, WGS 84.
 *
 * @param latE6 millionths of a degree
 * @param lonE6 millionths of a degree
 */
public record Place(int latE6, int lonE6) {

    /** Mean radius, metres (IUGG). */
    private static final double EARTH = 6_371_008.8;

    /** Along the great circle, whole metres; within half a percent of the ellipsoid. */
    public long metresTo(Place other) {
        double lat = Math.toRadians(latE6 / 1e6);
        double otherLat = Math.toRadians(other.latE6 / 1e6);
        double sinLat = Math.sin((otherLat - lat) / 2);
        double sinLon = Math.sin(Math.toRadians((other.lonE6 - (double) lonE6) / 1e6) / 2);
        double chord = sinLat * sinLat + Math.cos(lat) * Math.cos(otherLat) * sinLon * sinLon;
        return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord))));
    }
}
