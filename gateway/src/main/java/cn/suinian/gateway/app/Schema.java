package cn.suinian.gateway.app;

import cn.suinian.core.authorization.TapPartitions;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.postgres.ApplicationRole;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Migrations;
import cn.suinian.gateway.democity.CityPlan;
import cn.suinian.gateway.democity.CityPlanFile;
import cn.suinian.gateway.democity.DemoCity;
import cn.suinian.gateway.democity.DemoCityFile;
import cn.suinian.gateway.democity.DemoLogin;
import cn.suinian.gateway.democity.Planting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings a database to where a node can work on it. */
final class Schema {

    static final List<String> MODULES = List.of("core", "settlement");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String OPEN_A_DAY =
            "INSERT INTO open_business_day (day) VALUES (?) ON CONFLICT (only_row) DO NOTHING";

    private Schema() {}

    /** Migrates, plants the demo city if that was asked for and nothing is there, and opens the first business day. */
    static boolean prepare(
            NodeConfig config, Database owner, Database database, Supplier<? extends DataVault> vault, Clock clock)
            throws SQLException {
        migrate(owner, database);
        LocalDate today = LocalDate.now(clock.withZone(SHANGHAI));
        new TapPartitions(database.dataSource()).makeAround(today);
        boolean planted =
                config.demoCity() && new Planting(owner.dataSource(), clock).plant(() -> plan(config, today), vault);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(OPEN_A_DAY)) {
            insert.setObject(1, today);
            insert.execute();
        }
        return planted;
    }

    /** Brings the tables up to date, and lets the role that nodes work as at them. */
    static void migrate(Database owner, Database database) {
        Migrations.apply(owner, MODULES);
        if (!owner.user().equals(database.user())) {
            ApplicationRole.grant(owner, database.user());
        }
    }

    /** Writes the file that lets clients tap and people sign in, if this is a demo city; says whether it is. */
    static Optional<List<DemoLogin>> writeDemoCity(
            NodeConfig config, Database database, WatchedVault vault, RuntimeFile.Addresses addresses)
            throws SQLException, IOException {
        DemoCityFile file = new DemoCityFile(database.dataSource(), vault, vault);
        if (addresses.terminal() == null || !file.applies()) {
            return Optional.empty();
        }
        String console = addresses.console() == null ? "" : addresses.console();
        PrivateFile.write(demoCityFile(config), file.json(addresses.terminal(), console));
        return Optional.of(file.logins());
    }

    /** Where it is written. */
    static Path demoCityFile(NodeConfig config) {
        return config.database().dataDir().resolve("demo-city.json");
    }

    private static CityPlan plan(NodeConfig config, LocalDate today) {
        return config.cityPlan()
                .map(CityPlanFile::read)
                .orElseGet(() -> DemoCity.plan(config.openDay().orElse(today)));
    }
}
