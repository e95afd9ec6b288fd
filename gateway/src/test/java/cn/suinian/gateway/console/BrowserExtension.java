package cn.suinian.gateway.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Tab} of its own in the Chromium of this machine, and skips the class where there is none.
 * One Chromium serves all classes of a process: starting it takes longer than many a test.
 */
public final class BrowserExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    /** JUnit closes it at the end of its session, the last of the runs that Surefire makes of the classes. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            Path chromium = Chromium.find().orElseThrow();
            Playwright playwright = Chromium.playwright();
            return new Running(playwright, Chromium.launch(playwright, chromium));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.find()
                .map(found -> ConditionEvaluationResult.enabled("a Chromium at " + found))
                .orElseGet(() -> ConditionEvaluationResult.disabled(Chromium.NONE));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tab.class;
    }

    @Override
    public Tab resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Tab.class.getName() + context.getUniqueId(),
                        id -> new Tab(running(context).browser()),
                        Tab.class);
    }

    private static Running running(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }
}
