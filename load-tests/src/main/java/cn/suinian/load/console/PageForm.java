package cn.suinian.load.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form on a page.
 *
 * @param action where it is sent
 * @param values what is in it, by field
 * @param fields every field and named button that it has
 */
public record PageForm(
        String action, Map<String, String> values, Set<String> fields, Map<String, List<String>> choices) {

    /**
     * What is sent when somebody types this.
     *
     * @throws ConsoleException when the form has no such field
     */
    Map<String, String> filledIn(Map<String, String> typed) throws ConsoleException {
        for (String name : typed.keySet()) {
            if (!fields.contains(name)) {
                throw new ConsoleException("the form " + action + " has no field " + name + ", only " + fields);
            }
        }
        Map<String, String> sent = new LinkedHashMap<>(values);
        sent.putAll(typed);
        return sent;
    }
}
