package cn.suinian.core.holder.sealed;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.DataVault;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Seals and opens what stands in a {@link SealedColumn}; null stays null. */
public final class Seals {
    private final DataVault vault;

    public Seals(DataVault vault) {
        this.vault = vault;
    }

    /** Sealed for a row; a text must not be null. */
    public byte[] seal(SealedColumn column, long rowId, String text) {
        return vault.seal(column.place(), rowId, text.getBytes(UTF_8));
    }

    /** The same, where there may be nothing. */
    public byte @Nullable [] sealIfAny(SealedColumn column, long rowId, @Nullable String text) {
        return text == null ? null : seal(column, rowId, text);
    }

    /** Sealed for a row. */
    public byte[] seal(SealedColumn column, long rowId, byte[] content) {
        return vault.seal(column.place(), rowId, content);
    }

    /** The text that was sealed for a row. */
    public String open(SealedColumn column, long rowId, byte[] sealed) {
        return new String(openBytes(column, rowId, sealed), UTF_8);
    }

    /** The same, where there may be nothing. */
    public @Nullable String openIfAny(SealedColumn column, long rowId, byte @Nullable [] sealed) {
        return sealed == null ? null : open(column, rowId, sealed);
    }

    /** What was sealed for a row. */
    public byte[] openBytes(SealedColumn column, long rowId, byte[] sealed) {
        return vault.open(column.place(), rowId, sealed);
    }

    /** The blind index of a name, of its compared letters. */
    public byte[] nameIndex(String comparedName) {
        return vault.blindIndex("holder.name", comparedName);
    }

    /** The blind index of a name and a birthday together: what possible duplicates have in common. */
    public byte[] nameAndBirthIndex(String comparedName, LocalDate bornOn) {
        return vault.blindIndex("holder.name-and-birth", comparedName + '\n' + bornOn);
    }

    /** The blind index of a phone. */
    public byte[] phoneIndex(String phone) {
        return vault.blindIndex("holder.phone", phone);
    }

    /** The blind index of the person that documents of a kind belong to. */
    public byte[] personIndex(String documentKind, String personKey) {
        return vault.blindIndex("holder.document." + documentKind, personKey);
    }
}
