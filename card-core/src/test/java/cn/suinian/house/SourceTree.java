package cn.suinian.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every Java file of every module. */
final class SourceTree {
    private SourceTree() {}

    static List<JavaFile> read() throws IOException {
        Path root = Path.of(System.getProperty("suinian.root", ".."));
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.filter(directory -> Files.isDirectory(directory.resolve("src")))
                    .sorted()
                    .toList()) {
                for (Path file : javaFilesUnder(module.resolve("src"))) {
                    texts.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return JavaFile.parse(texts);
    }

    private static List<Path> javaFilesUnder(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
