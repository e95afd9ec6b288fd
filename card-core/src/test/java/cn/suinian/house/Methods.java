package cn.suinian.house;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Methods and constructors that are too long to be read at once. */
final class Methods extends TreeScanner<Void, Void> {
    private final JavaFile file;
    private final int mostLines;
    private final List<String> found = new ArrayList<>();

    private Methods(JavaFile file, int mostLines) {
        this.file = file;
        this.mostLines = mostLines;
    }

    static List<String> longerThan(int mostLines, JavaFile file) {
        Methods methods = new Methods(file, mostLines);
        file.scan(methods);
        return methods.found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        if (method.getBody() != null && file.lengthInLines(method) > mostLines) {
            found.add("%s:%d %s has %d lines, %d are allowed"
                    .formatted(
                            file.path(), file.lineOf(method), method.getName(), file.lengthInLines(method), mostLines));
        }
        return super.visitMethod(method, null);
    }
}
