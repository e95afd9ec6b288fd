package cn.suinian.load.replay;

import java.util.List;

/** A file that was read to its end: what can be sent, in the file's order, and what cannot. */
record TapFile(List<FileTap> taps, List<Skipped> skipped) {
    TapFile {
        taps = List.copyOf(taps);
        skipped = List.copyOf(skipped);
    }
}
