package cn.suinian.gateway.app;

import cn.suinian.core.authorization.TapPartitions;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.postgres.ApplicationRole;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Migrations;
import cn.suinian.gateway.democity.CityPlan;
import cn.suinian.gateway.democity.CityPlanFile;
import cn.suinian.gateway.democity.DemoCity;
import cn.suinian.gateway.democity.DemoCityFile;
import cn.suinian.gateway.democity.Planting;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Brings a database to where a node can work on it. */
final class Schema {

    static final List<String> MODULES = List.of("core", "settlement");

    private static final String OPEN_A_DAY =
            "INSERT INTO open_business_day (day) VALUES (?) ON CONFLICT (only_row) DO NOTHING";

    private Schema() {}

    /** Migrates, plants the demo city if that was asked for and nothing is there, and opens the first business day. */
    static boolean prepare(NodeConfig config, Database owner, Database database, LocalDate today) throws SQLException {
        migrate(owner, database);
        new TapPartitions(database.dataSource()).makeAround(today);
        boolean planted = config.demoCity() && new Planting(owner.dataSource()).plant(() -> plan(config, today));
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

    /** Writes the file that lets clients tap, if this is a demo city; says whether it did. */
    static boolean writeDemoCity(NodeConfig config, Database database, KeyVault vault, RuntimeFile.Addresses addresses)
            throws SQLException, IOException {
        DemoCityFile file = new DemoCityFile(database.dataSource(), vault);
        if (addresses.terminal() == null || !file.applies()) {
            return false;
        }
        String console = addresses.console() == null ? "" : addresses.console();
        PrivateFile.write(
                config.database().dataDir().resolve("demo-city.json"), file.json(addresses.terminal(), console));
        return true;
    }

    private static CityPlan plan(NodeConfig config, LocalDate today) {
        return config.cityPlan()
                .map(CityPlanFile::read)
                .orElseGet(() -> DemoCity.plan(config.openDay().orElse(today)));
    }
}
