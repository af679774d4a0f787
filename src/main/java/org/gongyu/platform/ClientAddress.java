package org.gongyu.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/**
 * Where a request really comes from. {@code X-Forwarded-For} is believed as far as the
 * configured proxies wrote it, and not a step further: everything before is the client's
 * own invention.
 */
@Component
public class ClientAddress {

	private static final String FORWARDED = "X-Forwarded-For";

	private final @Nullable InetAddressMatcher proxies;

	ClientAddress(HubProperties properties) {
		List<String> trusted = properties.trustedProxies();
		this.proxies = trusted.isEmpty() ? null : InetAddressMatchers.builder().includeAddresses(trusted).build();
	}

	/**
	 * The address as limits count it: of IPv6 the network of 64 bits, which one household
	 * has.
	 */
	public String of(ServerHttpRequest request) {
		InetSocketAddress peer = request.getRemoteAddress();
		InetAddress address = (peer != null) ? peer.getAddress() : null;
		if (address == null) {
			return "unknown";
		}
		List<String> hops = request.getHeaders()
			.getOrEmpty(FORWARDED)
			.stream()
			.flatMap(each -> Arrays.stream(each.split(",")))
			.toList();
		for (int i = hops.size() - 1; i >= 0 && trusted(address); i--) {
			InetAddress before = parsed(hops.get(i).strip());
			if (before == null) {
				break;
			}
			address = before;
		}
		return (address instanceof Inet6Address) ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
				: address.getHostAddress();
	}

	private boolean trusted(InetAddress address) {
		return this.proxies != null && this.proxies.matches(address);
	}

	/**
	 * Reads an address without asking anybody for a name.
	 */
	private static @Nullable InetAddress parsed(String text) {
		byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
		try {
			return (bytes != null) ? InetAddress.getByAddress(bytes) : null;
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
