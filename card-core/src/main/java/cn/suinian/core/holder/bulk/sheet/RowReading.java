package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.Refusal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row as the registration that a counter would have typed, and what is wrong with it already. In the place of what
 * could not be read stands something harmless, so that the rules of the register find what else is wrong and all of it
 * is said at once; such a row is never registered.
 */
public final class RowReading {
    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

    private final SheetRow row;
    private final Map<BulkColumn, Refusal> faults = new EnumMap<>(BulkColumn.class);
    private final Registration registration;

    /**
     * Reads one.
     *
     * @param ownDistrict of whoever sent the file, for rows that name none; null: the whole city's
     */
    public RowReading(SheetRow row, @Nullable District ownDistrict) {
        this.row = row;
        faults.putAll(row.problems());
        this.registration = new Registration(
                documents(),
                row.text(BulkColumn.NAME),
                new Registration.Birth(day(BulkColumn.BORN_ON), given(BulkColumn.BIRTH_EVIDENCE)),
                word(BulkColumn.SEX, Words.SEXES, RowProblem.SEX_UNKNOWN),
                new Registration.Contact(given(BulkColumn.PHONE), given(BulkColumn.BANK_ACCOUNT)),
                residence(ownDistrict),
                categories(),
                row.text(BulkColumn.CONSENT),
                null,
                Set.of());
    }

    /** What to ask the register about. */
    public Registration registration() {
        return registration;
    }

    /** Whether the register has to be asked: it finds nothing in a row that could not be divided. */
    public boolean readable() {
        return !faults.containsValue(RowProblem.ROW_UNREADABLE);
    }

    /** Whether nothing is wrong so far. */
    public boolean faultless() {
        return faults.isEmpty();
    }

    /** Everything that is wrong, by column: what could not be read, and what the register refused of the rest. */
    public Map<BulkColumn, Refusal> faults(List<FieldRefusal> refused) {
        Map<BulkColumn, Refusal> all = new TreeMap<>(faults);
        boolean kindUnknown = faults.containsKey(BulkColumn.DOCUMENT_KIND);
        for (FieldRefusal each : refused) {
            BulkColumn column = BulkColumn.ofField(each.field() == null ? "name" : each.field());
            boolean guessed = (kindUnknown && followsFromKind(column))
                    || (column == BulkColumn.GRADE && faults.containsKey(BulkColumn.CATEGORY));
            if (!guessed) {
                all.putIfAbsent(column, each.refusal());
            }
        }
        return all;
    }

    private static boolean followsFromKind(BulkColumn column) {
        return Stream.of(BulkColumn.DOCUMENT_NUMBER, BulkColumn.BORN_ON, BulkColumn.BIRTH_EVIDENCE, BulkColumn.SEX)
                .anyMatch(column::equals);
    }

    private List<GivenDocument> documents() {
        DocumentKind kind = word(BulkColumn.DOCUMENT_KIND, Words.KINDS, RowProblem.KIND_UNKNOWN);
        if (kind == null) {
            faults.putIfAbsent(BulkColumn.DOCUMENT_KIND, RowProblem.KIND_MISSING);
            return List.of();
        }
        return List.of(new GivenDocument(kind, row.text(BulkColumn.DOCUMENT_NUMBER)));
    }

    private Registration.Residence residence(@Nullable District own) {
        District district = word(BulkColumn.DISTRICT, Words.DISTRICTS, RowProblem.DISTRICT_UNKNOWN);
        if (district == null && own == null) {
            faults.putIfAbsent(BulkColumn.DISTRICT, RowProblem.DISTRICT_MISSING);
        }
        District served = district != null ? district : own != null ? own : District.FUTIAN;
        District hukou = word(BulkColumn.HUKOU, Words.DISTRICTS, RowProblem.DISTRICT_UNKNOWN);
        return new Registration.Residence(
                served,
                faults.containsKey(BulkColumn.HUKOU) ? served : hukou,
                day(BulkColumn.HUKOU_SINCE),
                given(BulkColumn.HUKOU_EVIDENCE));
    }

    private List<CategoryClaim> categories() {
        Category category = word(BulkColumn.CATEGORY, Words.CATEGORIES, RowProblem.CATEGORY_UNKNOWN);
        LocalDate from = day(BulkColumn.CATEGORY_FROM);
        LocalDate until = day(BulkColumn.CATEGORY_UNTIL);
        CategoryClaim.Grade grade = word(BulkColumn.GRADE, Words.GRADES, RowProblem.GRADE_UNKNOWN);
        String evidence = row.text(BulkColumn.CATEGORY_EVIDENCE);
        if (category == null && !faults.containsKey(BulkColumn.CATEGORY)) {
            if (from != null || until != null || grade != null || !evidence.isEmpty()) {
                faults.put(BulkColumn.CATEGORY, RowProblem.CATEGORY_MISSING);
            }
            return List.of();
        }
        if (from == null) {
            faults.putIfAbsent(BulkColumn.CATEGORY_FROM, HolderRefusal.DATE_MISSING);
        }
        return List.of(new CategoryClaim(
                category == null ? Category.SPECIAL_HARDSHIP : category,
                from == null ? SOME_DAY : from,
                until,
                grade,
                evidence));
    }

    private @Nullable String given(BulkColumn column) {
        String text = row.text(column);
        return text.isEmpty() ? null : text;
    }

    private @Nullable LocalDate day(BulkColumn column) {
        String text = row.text(column);
        LocalDate day = text.isEmpty() ? null : Words.day(text).orElse(null);
        if (day == null && !text.isEmpty()) {
            faults.putIfAbsent(column, RowProblem.DATE_UNREADABLE);
        }
        return day;
    }

    private <T> @Nullable T word(BulkColumn column, Map<String, T> meanings, RowProblem otherwise) {
        String text = row.text(column);
        T meaning = text.isEmpty() ? null : Words.find(meanings, text).orElse(null);
        if (meaning == null && !text.isEmpty()) {
            faults.putIfAbsent(column, otherwise);
        }
        return meaning;
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
