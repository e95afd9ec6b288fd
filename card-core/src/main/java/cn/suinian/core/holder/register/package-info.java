/**
 * The register of holders: who they are, what is corrected, what happens to them.
 *
 * <p>{@link cn.suinian.core.holder.register.HolderRegister} is the one face, for pages, interfaces and files alike: it
 * asks for the permission, looks at the scope, checks every field, does the act in one transaction and records it. No
 * caller has rules of its own.
 *
 * <p>One person is one holder, whatever document they bring. The database guarantees it (one live document with one
 * person key); a second document of another kind cannot be known, so a holder of the same name and birthday is shown
 * to the clerk, who says that it is somebody else, by number: a holder who appears in between is asked about too.
 *
 * <p>Of somebody whom another district serves, whoever registers them learns the masked name and the district, and uses
 * up a look of the day: else registering would be a search of the city without an end.
 *
 * <p>Nothing is overwritten. A correction keeps the value before, sealed, with who and why; hukou and categories are
 * periods, and what was said of them is kept with its evidence. A page that is corrected says which version it saw.
 *
 * <p>A death stops the cards at once and everything else from the day after; taking it back gives all of it back in one
 * step, since nothing but the date of death was written. It wants a second person, who decides on the state of that
 * moment.
 *
 * <p>Locks are taken in this order: the person, the holder, the denylist, the account, the audit trail.
 *
 * <p>Imports approval, audit, card, holder with its parts, postgres, refusal and staff.
 */
package cn.suinian.core.holder.register;
