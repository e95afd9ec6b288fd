package cn.suinian.core.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address in one way of writing it (RFC 4291, 2.2). One of IPv4 inside one of IPv6 is the one of IPv4;
 * the zone of an address, which only its own machine understands, is left out.
 *
 * @param text four decimal numbers, or eight hexadecimal ones without gaps
 */
public record IpAddress(String text) {
    private static final int LONGEST = 100;
    private static final int NETWORK_BYTES = 8;
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:%[0-9a-zA-Z._~-]+)?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[(.*)](?::[0-9]{1,5})?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");

    /** The address that is written here; empty: it is none. Nobody is ever asked. */
    public static Optional<IpAddress> find(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        if (IPV4.matcher(written).matches()) {
            return Optional.of(new IpAddress(written));
        }
        Matcher ipv6 = IPV6.matcher(written);
        return ipv6.matches()
                ? parsed(ipv6.group(1)).map(InetAddress::getHostAddress).map(IpAddress::new)
                : Optional.empty();
    }

    /** The same of what a proxy writes, which may add a port: {@code 192.0.2.7:80}, {@code [2001:db8::1]:80}. */
    public static Optional<IpAddress> findWithPort(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher brackets = IN_BRACKETS.matcher(written);
        if (brackets.matches()) {
            return find(brackets.group(1)).filter(address -> address.text.contains(":"));
        }
        Matcher port = WITH_PORT.matcher(written);
        return find(port.matches() ? port.group(1) : written);
    }

    /** What counts as one stranger: of IPv6 the network of 64 bits, since one machine has all of it. */
    public String network() {
        Optional<InetAddress> ipv6 = text.contains(":") ? parsed(text) : Optional.empty();
        return ipv6.map(IpAddress::network).orElse(text);
    }

    /** The same of what is written here; of whatever is no address, itself. */
    public static String networkOf(String written) {
        return find(written).map(IpAddress::network).orElse(written);
    }

    /** In brackets it is an address of IPv6 or nothing, and never looked up as a name. */
    private static Optional<InetAddress> parsed(String ipv6) {
        try {
            return Optional.of(InetAddress.getByName("[" + ipv6 + "]"));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), 2 * NETWORK_BYTES);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + 8 * NETWORK_BYTES;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen bytes are an address", impossible);
        }
    }
}
