package cn.suinian.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One source file of the repository, as text and as the compiler's tree, so that strings and comments never look like
 * code.
 */
record JavaFile(String path, String text, CompilationUnitTree tree, Trees trees) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Parses these texts by path; all in one run of the compiler, which is what takes the time. */
    static List<JavaFile> parse(Map<String, String> textsByPath) throws IOException {
        List<Source> sources = textsByPath.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, problem -> {}, List.of("-proc:none"), null, sources);
        Trees trees = Trees.instance(task);
        List<JavaFile> files = new ArrayList<>();
        for (CompilationUnitTree tree : task.parse()) {
            String path = tree.getSourceFile().toUri().getPath().substring(1);
            files.add(new JavaFile(path, textsByPath.getOrDefault(path, ""), tree, trees));
        }
        return files;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    boolean isMain() {
        return path.contains("/src/main/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /** From the first line of the construct to its last. */
    int lengthInLines(Tree construct) {
        return lineAt(trees.getSourcePositions().getEndPosition(tree, construct) - 1) - lineOf(construct) + 1;
    }

    int lineOf(Tree construct) {
        return lineAt(trees.getSourcePositions().getStartPosition(tree, construct));
    }

    void scan(TreeScanner<Void, Void> scanner) {
        scanner.scan(tree, null);
    }

    private int lineAt(long position) {
        return (int) tree.getLineMap().getLineNumber(position);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
