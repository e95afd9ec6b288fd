package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.refusal.RefusedException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through every part of a workbook before it is read, with the same archive and the same XML parser that reads it
 * afterwards, so that the two cannot see different things: what unpacks to too much, has too large a cell, a row of far
 * too many (the reader holds a row whole), or a cell at an address that no sheet has (the reader would make room for
 * all cells before it), is not read at all.
 */
final class XlsxGuard {
    private static final Logger LOG = LoggerFactory.getLogger(XlsxGuard.class);
    private static final int MOST_PARTS = 1_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_ELEMENTS = 16_000_000;
    private static final long MOST_SHARED_TEXTS = 2_500_000;
    /** Twice the columns that are read. */
    private static final int MOST_CELLS_A_ROW = 512;

    private static final int MOST_ARRAY_FORMULAS = 100;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_FORMULA = 1_000;
    private static final int LONGEST_GAP = 128 << 10;
    private static final int DEEPEST = 64;
    private static final Pattern CELL_ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final Pattern ROW_NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final byte[] PART = {'P', 'K', 1, 2};

    private final XMLInputFactory xml = new InputFactoryImpl();
    private long bytes;
    private long elements;
    private long sharedTexts;
    private int arrayFormulas;
    private boolean inRow;
    private int cells;

    private XlsxGuard() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * Looks through a workbook.
     *
     * @throws RefusedException when it must not be read
     * @throws IOException when it is no archive
     */
    static void check(byte[] content) throws IOException {
        if (partsListed(content) > MOST_PARTS) {
            throw overblown();
        }
        new XlsxGuard().checkParts(content);
    }

    /** Each part is listed in the directory at the end; the parser makes an object of each. */
    private static int partsListed(byte[] content) {
        int found = 0;
        for (int i = 0; i + PART.length <= content.length; i++) {
            if (content[i] == PART[0]
                    && content[i + 1] == PART[1]
                    && content[i + 2] == PART[2]
                    && content[i + 3] == PART[3]) {
                found++;
            }
        }
        return found;
    }

    private void checkParts(byte[] content) throws IOException {
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            Enumeration<ZipArchiveEntry> parts = archive.getEntries();
            while (parts.hasMoreElements()) {
                try (InputStream part = new Counted(archive.getInputStream(parts.nextElement()))) {
                    checkPart(part);
                    part.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        }
    }

    /** Whatever is no XML breaks off here as it would in the reader. */
    private void checkPart(InputStream part) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new Gaps(part));
            inRow = false;
            cells = 0;
            int depth = 0;
            int textLength = 0;
            int longest = LONGEST_TEXT;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        checkElement(reader);
                        longest = reader.getLocalName().equals("f") ? LONGEST_FORMULA : LONGEST_TEXT;
                        textLength = 0;
                        depth++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        endElement(reader.getLocalName());
                        depth--;
                    }
                    case XMLStreamConstants.DTD -> throw overblown();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        textLength += reader.getTextLength();
                    default -> {}
                }
                if (textLength > longest || depth > DEEPEST) {
                    throw overblown();
                }
            }
        } catch (RefusedException refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException noXml) { // the parser reads ahead of itself and throws both
            LOG.debug("a part of a workbook is no XML: {}", noXml.getClass().getSimpleName());
        }
    }

    private void checkElement(XMLStreamReader reader) {
        if (++elements > MOST_ELEMENTS) {
            throw overblown();
        }
        switch (reader.getLocalName()) {
            case "c" -> {
                checkAddress(reader.getAttributeValue(null, "r"), CELL_ADDRESS);
                cells += inRow ? 1 : 0; // the calculation chain has as many outside rows as there are formulas
            }
            case "row" -> {
                checkAddress(reader.getAttributeValue(null, "r"), ROW_NUMBER);
                inRow = true;
            }
            case "si" -> sharedTexts++;
            case "f" -> arrayFormulas += "array".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
            default -> {}
        }
        if (cells > MOST_CELLS_A_ROW) {
            throw overblown();
        }
        if (sharedTexts > MOST_SHARED_TEXTS || arrayFormulas > MOST_ARRAY_FORMULAS) {
            throw overblown();
        }
    }

    /** To the reader a row goes on until the first end of one, whatever begins inside it. */
    private void endElement(String name) {
        if (name.equals("row")) {
            inRow = false;
            cells = 0;
        }
    }

    private static void checkAddress(@Nullable String address, Pattern form) {
        if (address != null && !form.matcher(address).matches()) {
            throw overblown();
        }
    }

    private static RefusedException overblown() {
        return new RefusedException(SheetRefusal.FILE_OVERBLOWN, "file");
    }

    /** Counts what all parts unpack to. */
    private final class Counted extends InputStream {
        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = in.read(into, from, most);
            bytes += Math.max(0, read);
            if (bytes > MOST_BYTES) {
                throw overblown();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Ends where one text or one element's attributes are longer than any of a sheet: the parser holds them whole. */
    private static final class Gaps extends InputStream {
        private final InputStream in;
        private int gap;

        Gaps(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = in.read(into, from, most);
            for (int i = from; i < from + read; i++) {
                gap = into[i] == '<' ? 0 : gap + 1;
                if (gap > LONGEST_GAP) {
                    throw overblown();
                }
            }
            return read;
        }
    }
}
