package cn.suinian.load.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run the gateway, with the Java that runs this process.
 *
 * @param classpath in the form {@code java -cp} takes; asterisks are expanded by the child
 */
public record GatewayCommand(String classpath, String mainClass) {

    /** The gateway's own main class on this class path. */
    public GatewayCommand(String classpath) {
        this(classpath, "cn.suinian.gateway.app.Main");
    }

    /** The command line of one of the gateway's commands. */
    public List<String> line(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp", classpath, mainClass));
        line.addAll(arguments);
        return line;
    }
}
