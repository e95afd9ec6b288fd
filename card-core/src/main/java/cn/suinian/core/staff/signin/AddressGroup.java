package cn.suinian.core.staff.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What counts as one address: of IPv6 the network of 64 bits, since one machine has all of it. */
final class AddressGroup {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    private AddressGroup() {}

    static String of(String address) {
        String bare = address.replaceAll("%.*$", "");
        if (!IPV6.matcher(bare).matches()) {
            return bare;
        }
        try {
            // Nothing is looked up: only digits, dots and colons are left.
            InetAddress parsed = InetAddress.getByName(bare);
            if (parsed instanceof Inet6Address) {
                byte[] network = Arrays.copyOf(parsed.getAddress(), 2 * NETWORK_BYTES);
                Arrays.fill(network, NETWORK_BYTES, 2 * NETWORK_BYTES, (byte) 0);
                return InetAddress.getByAddress(network).getHostAddress() + "/64";
            }
            return parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return bare;
        }
    }
}
