package cn.suinian.gateway.console.page;

import java.util.Map;

/**
 * Something that is told once, as a sheet to print or to note down.
 *
 * @param facts in the order in which they stand on the sheet, the secret among them
 * @param advice what to do with it
 * @param back where the page leads on
 * @param backLabel what that is
 */
public record Told(
        Frame frame, String title, Map<String, String> facts, String advice, String back, String backLabel) {}
