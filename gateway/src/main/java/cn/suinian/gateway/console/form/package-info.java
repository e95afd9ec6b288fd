/**
 * Forms: what was typed, what is wrong with it, how much of it is taken, and how a page prints it again.
 *
 * <p>{@link cn.suinian.gateway.console.form.Typed} is what came with a post. A page looks at it, gathers
 * {@link cn.suinian.gateway.console.form.Problems} and stops with {@code problems.stopIfAny()}; acts of core throw
 * {@code RefusedException}. Either way the frame shows the form again with every value still in it, a summary on top,
 * the message at its field and the cursor there. {@link cn.suinian.gateway.console.form.FormView} is what the templates
 * {@code part/form.jte}, {@code field.jte}, {@code select.jte}, {@code radios.jte}, {@code tick.jte} and
 * {@code area.jte} take; passwords and files are never printed again.
 *
 * <p>Bodies are read here and not by vertx-web's BodyHandler: it writes uploads to disk before anybody was asked, and a
 * file of a community has a thousand documents in it. Ours stay in memory, are taken only by routes that declared a
 * file, and are refused by their length before a byte is read, or at the byte that is too many. All files in memory at
 * one moment have an {@link cn.suinian.gateway.console.form.UploadRoom} together, all plain forms another; a plain form
 * is small whatever its route takes, since it is read, and kept, of people without a session too. Of a form with a
 * photo they send, a third room has what is read past: its fields are kept, and the file is not.
 *
 * <p>Imports page, and refusal of core.
 */
package cn.suinian.gateway.console.form;
