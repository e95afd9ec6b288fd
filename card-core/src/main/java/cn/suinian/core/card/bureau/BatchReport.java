package cn.suinian.core.card.bureau;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What an answer of the bureau comes to.
 *
 * @param dryRun nothing was written
 * @param importedBefore this very file was: the counts are those of then, and nothing was done
 * @param ordered cards of the order
 * @param lines of the file without its header
 * @param made that go into stock
 * @param failed that the bureau could not make
 * @param already that were known before to be as the file says
 * @param duplicate lines about a card that came earlier in the file
 * @param unknown lines about a card that is not of the order
 * @param unreadable other lines that change nothing
 * @param missing cards of the order that nobody has spoken of yet
 * @param faults the first thousand lines that change nothing
 */
public record BatchReport(
        int batchId,
        boolean dryRun,
        boolean importedBefore,
        int ordered,
        int lines,
        int made,
        int failed,
        int already,
        int duplicate,
        int unknown,
        int unreadable,
        int missing,
        List<RowFault> faults) {

    /** How many faults are kept. */
    public static final int MOST_FAULTS = 1_000;

    public BatchReport {
        faults = List.copyOf(faults);
    }

    /** The faults as a table; no word of it is the file's own, so no cell can be a formula. */
    public void writeFaults(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord("line", "problem", "zh", "en");
        for (RowFault fault : faults) {
            RowFault.Problem problem = fault.problem();
            printer.printRecord(fault.line(), problem.name(), problem.zh(), problem.en());
        }
    }
}
