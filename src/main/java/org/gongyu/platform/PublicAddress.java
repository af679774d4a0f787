package org.gongyu.platform;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where the hub is reached from outside: what stands before the path in a link that
 * people pass on. Behind a proxy that ends TLS this is the setting
 * {@code gongyu.address}; a request knows only how the proxy found the hub.
 */
@Component
public class PublicAddress {

	private final @Nullable String address;

	PublicAddress(HubProperties properties) {
		this.address = properties.address();
	}

	/**
	 * The address of a page of this hub.
	 * @param path begins with a slash
	 */
	public String of(ServerWebExchange exchange, String path) {
		return (this.address != null) ? this.address + path : exchange.getRequest().getURI().resolve(path).toString();
	}

	/**
	 * The address of a page of this hub for a message, which no request asks for; only
	 * the path where the setting is missing.
	 * @param path begins with a slash
	 */
	public String of(String path) {
		return (this.address != null) ? this.address + path : path;
	}

	/**
	 * The address, or the variable {@code {baseUrl}} that a library fills in from each
	 * request.
	 */
	public String template() {
		return (this.address != null) ? this.address : "{baseUrl}";
	}

}
