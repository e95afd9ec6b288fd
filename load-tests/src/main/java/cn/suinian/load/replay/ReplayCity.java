package cn.suinian.load.replay;

import cn.suinian.load.frame.CardNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vendors, terminals and cards a file of taps speaks of.
 *
 * @param vendorCodes by company name
 * @param companyOfTerminal by terminal id
 * @param cardNumbers by the file's pseudonym, serials in order of first appearance
 */
record ReplayCity(
        Map<String, String> vendorCodes, Map<String, String> companyOfTerminal, Map<String, String> cardNumbers) {

    static ReplayCity of(List<FileTap> taps) {
        Map<String, String> vendorCodes = new TreeMap<>();
        Map<String, String> companyOfTerminal = new TreeMap<>();
        Map<String, String> cardNumbers = new LinkedHashMap<>();
        for (FileTap tap : taps) {
            vendorCodes.computeIfAbsent(
                    tap.company(),
                    name -> (isMetro(name) ? "METRO-%02d" : "BUS-%02d").formatted(vendorCodes.size() + 1));
            companyOfTerminal.put(tap.terminalId(), tap.company());
            cardNumbers.computeIfAbsent(tap.card(), card -> CardNumber.ofSerial(cardNumbers.size() + 1));
        }
        return new ReplayCity(vendorCodes, companyOfTerminal, cardNumbers);
    }

    static boolean isMetro(String company) {
        return company.startsWith("地铁");
    }
}
