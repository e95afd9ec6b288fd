package cn.suinian.gateway.console.form;

import java.util.Map;

/**
 * A page that asks for a reason before something is done to one thing.
 *
 * @param action where the form goes
 * @param question as a heading
 * @param consequence what happens then
 * @param facts what it is about
 * @param label of the button
 * @param cancel where it leads back to
 * @param version of the row that the page shows
 * @param harmless whether it takes nothing away
 */
public record Confirmation(
        FormView form,
        String action,
        String question,
        String consequence,
        Map<String, String> facts,
        String label,
        String cancel,
        int version,
        boolean harmless) {

    /** The same for an act that takes nothing away. */
    public Confirmation withoutHarm() {
        return new Confirmation(form, action, question, consequence, facts, label, cancel, version, true);
    }
}
