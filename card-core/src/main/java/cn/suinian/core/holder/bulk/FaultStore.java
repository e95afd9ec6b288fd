package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.bulk.sheet.BulkColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes why rows were not registered. */
final class FaultStore {
    private static final String INSERT =
            "INSERT INTO bulk_fault (row_id, place, col, code, shown, about) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String PAGE = """
            SELECT row_id, place, col, code, shown, about FROM bulk_fault
            WHERE (row_id, place) > (?, ?) AND row_id < ? ORDER BY row_id, place LIMIT ?""";
    private static final String FORGET = "DELETE FROM bulk_fault WHERE row_id >= ? AND row_id < ?";

    /** A fault and where the next page of them begins. */
    record Placed(long rowId, int place, Fault fault) {}

    private FaultStore() {}

    /** Adds faults of rows that have none yet; those of a row one after the other. */
    static void insert(Connection transaction, long fileNo, List<Fault> faults) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            int place = 0;
            int rowNo = 0;
            for (Fault fault : faults) {
                place = fault.rowNo() == rowNo ? place + 1 : 0;
                rowNo = fault.rowNo();
                insert.setLong(1, StagedRow.rowId(fileNo, fault.rowNo()));
                insert.setInt(2, place);
                insert.setString(3, fault.column().name());
                insert.setString(4, fault.reason().name());
                insert.setString(5, fault.shown());
                insert.setObject(6, fault.about(), Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Faults of a file behind this one, in the order of its rows and columns. */
    static List<Placed> page(Connection transaction, long fileNo, long afterRowId, int afterPlace, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            select.setLong(1, Math.max(afterRowId, StagedRow.rowId(fileNo, 0)));
            select.setInt(2, afterPlace);
            select.setLong(3, StagedRow.rowId(fileNo + 1, 0));
            select.setInt(4, limit);
            List<Placed> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long rowId = row.getLong(1);
                    Fault fault = new Fault(
                            StagedRow.rowNo(rowId),
                            BulkColumn.valueOf(row.getString(3)),
                            Fault.reason(row.getString(4)),
                            row.getString(5),
                            row.getObject(6, Long.class));
                    page.add(new Placed(rowId, row.getInt(2), fault));
                }
            }
            return page;
        }
    }

    /** Forgets those of a row. */
    static void forgetRow(Connection transaction, long rowId) throws SQLException {
        forget(transaction, rowId, rowId + 1);
    }

    /** Forgets all of a file. */
    static void forgetFile(Connection transaction, long fileNo) throws SQLException {
        forget(transaction, StagedRow.rowId(fileNo, 0), StagedRow.rowId(fileNo + 1, 0));
    }

    private static void forget(Connection transaction, long from, long before) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement(FORGET)) {
            delete.setLong(1, from);
            delete.setLong(2, before);
            delete.executeUpdate();
        }
    }
}
