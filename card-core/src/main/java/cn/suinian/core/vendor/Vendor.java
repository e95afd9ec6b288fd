package cn.suinian.core.vendor;

/**
 * Whoever is owed money for taps: a metro line's company, a bus company, a canteen.
 *
 * @param id number inside Suinian
 * @param code what files and vendors call it
 * @param name for people
 * @param kind BUS, METRO, CANTEEN...
 */
public record Vendor(int id, String code, String name, String kind) {}
