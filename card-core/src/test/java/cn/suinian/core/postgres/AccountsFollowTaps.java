package cn.suinian.core.postgres;

import java.sql.SQLException;

/** For fixtures that write taps straight into the table: their accounts then move as a lane would move them. */
public final class AccountsFollowTaps {
    private static final String TRIGGER = """
            CREATE FUNCTION follow_tap() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                day int := NEW.tap_date - date '1970-01-01';
            BEGIN
                UPDATE account SET
                    counter_window = CASE
                        WHEN NEW.card_counter - counter_high > 63 THEN 1
                        WHEN NEW.card_counter > counter_high
                            THEN (counter_window << (NEW.card_counter - counter_high)::int) | 1
                        WHEN counter_high - NEW.card_counter > 63 THEN counter_window
                        ELSE counter_window | (1::bigint << (counter_high - NEW.card_counter)::int) END,
                    counter_high = greatest(counter_high, NEW.card_counter)
                WHERE holder_id = NEW.holder_id AND live_card = NEW.card_serial;
                IF NEW.service = 2 AND NEW.reason = 0 AND NEW.subsidy > 0 THEN
                    UPDATE account SET
                        meal_days = CASE
                            WHEN day - meal_last_day > 63 THEN 1
                            WHEN day > meal_last_day THEN (meal_days << (day - meal_last_day)) | 1
                            WHEN meal_last_day - day > 63 THEN meal_days
                            ELSE meal_days | (1::bigint << (meal_last_day - day)) END,
                        meal_last_day = greatest(meal_last_day, day)
                    WHERE holder_id = NEW.holder_id;
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER account_follows AFTER INSERT ON tap FOR EACH ROW EXECUTE FUNCTION follow_tap();
            CREATE FUNCTION follow_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.service = 2 AND NEW.subsidy > 0 THEN
                    UPDATE account SET
                        meal_days = meal_days & ~(1::bigint << meal_last_day - (NEW.tap_date - date '1970-01-01'))
                    WHERE holder_id = NEW.holder_id;
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER account_follows_back AFTER INSERT ON tap_reversal FOR EACH ROW
                EXECUTE FUNCTION follow_reversal();
            """;

    private AccountsFollowTaps() {}

    /** From now on, in this database. */
    public static void install(Database database) throws SQLException {
        TestServers.ask(database, TRIGGER);
    }
}
