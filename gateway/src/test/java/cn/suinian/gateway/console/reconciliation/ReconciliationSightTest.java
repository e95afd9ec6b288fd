package cn.suinian.gateway.console.reconciliation;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.BrowserExtension;
import cn.suinian.gateway.console.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of reconciliation that nobody comes to on the way of {@link ReconciliationBrowserTest}. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
class ReconciliationSightTest {
    private static SettledTown town;

    @BeforeAll
    static void open(Database database) throws Exception {
        town = new SettledTown(database);
        town.take(town.clerk, SettledTown.planted());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void everyPageIsFitForEverybody(String language, int width, Tab tab) throws Exception {
        tab.page().setViewportSize(width, 768);
        tab.signIn(town.console, town.chief);
        look(tab, language, width, "/reconciliation/days/2026-11-16/1", "vendor-day");
        look(tab, language, width, "/reconciliation/days/2026-11-16/1/matched", "matched");
        look(tab, language, width, "/reconciliation/days/2026-11-16/3/excuse", "excuse");
        look(tab, language, width, "/reconciliation/breaks/" + town.breakOf(101) + "/link", "break-link");
        look(tab, language, width, "/reconciliation/breaks/all?kind=MISSING_HERE", "breaks-all");
        look(tab, language, width, "/reconciliation/statements?vendor=1", "statements");
        look(tab, language, width, "/reconciliation/rules/new", "rule-new");
        look(tab, language, width, "/reconciliation/limits", "limits");
        look(tab, language, width, "/reconciliation/limits/change?limit=RECONCILE_FEN", "limit-change");
        look(tab, language, width, "/reconciliation/formats?vendor=1&known=TRANSIT_CLEARING", "format");
    }

    private static void look(Tab tab, String language, int width, String path, String name) {
        tab.page().navigate(town.console.url() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        tab.inspector().inspect(name + "-" + language + "-" + width);
    }
}
