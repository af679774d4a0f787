package org.gongyu.channel;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends messages to people by whatever way leads to them.
 */
@Component
public class Channels {

	private final List<Channel> channels;

	Channels(List<Channel> channels) {
		this.channels = channels;
	}

	/**
	 * Whether any way leads to an e-mail address or a mobile number.
	 */
	public boolean reach(String address) {
		return this.channels.stream().anyMatch(each -> each.reaches(address));
	}

	/**
	 * Sends a message; fails when no way leads there or the message was not taken. A
	 * repeat sends it again.
	 */
	public Mono<Void> send(Message message) {
		return this.channels.stream()
			.filter(each -> each.reaches(message.to()))
			.findFirst()
			.map(each -> each.send(message))
			.orElseGet(() -> Mono.error(() -> new IllegalStateException("No channel leads to that address")));
	}

}
