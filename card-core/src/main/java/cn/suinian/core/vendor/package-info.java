/**
 * Vendors: those who serve holders and are owed the subsidy.
 *
 * <p>A tap keeps the vendor its terminal belonged to when it was made, so moving a terminal to another vendor changes
 * nothing that was already owed.
 *
 * <p>Imports nothing of the other rooms.
 */
package cn.suinian.core.vendor;
