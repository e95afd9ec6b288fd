package cn.suinian.load.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run the gateway: its class path, with the Java that runs this process.
 *
 * @param classpath in the form {@code java -cp} takes; asterisks are expanded by the child
 */
public record GatewayCommand(String classpath) {
    private static final String MAIN = "cn.suinian.gateway.app.Main";

    /** The command line of one of the gateway's commands. */
    List<String> line(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", classpath, MAIN));
        line.addAll(arguments);
        return line;
    }
}
