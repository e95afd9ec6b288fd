/**
 * How an act of staff is refused: a stable code, a line in both languages, and the field at fault; all that is wrong at
 * once, since a clerk who mends one field at a time keeps an elder waiting.
 *
 * <p>A refusal is the caller's to mend and says how; whatever is our own fault is another exception. Every room has an
 * enum of its refusals, so that a page or an interface maps them once, by code, and a test can ask for each.
 *
 * <p>Imports nothing.
 */
package cn.suinian.core.refusal;
