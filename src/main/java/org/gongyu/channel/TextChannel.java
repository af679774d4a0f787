package org.gongyu.channel;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Text messages by a gateway's HTTP interface.
 */
@Component
class TextChannel implements Channel {

	private final ChannelProperties.Texts gateway;

	private final WebClient web = WebClient.create();

	TextChannel(ChannelProperties properties) {
		this.gateway = properties.texts();
	}

	@Override
	public boolean reaches(String address) {
		return address.startsWith("+") && this.gateway.url() != null;
	}

	@Override
	public Mono<Void> send(Message message) {
		return this.web.post()
			.uri(String.valueOf(this.gateway.url()))
			.headers(this::authorize)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("to", message.to(), "text", message.text()))
			.retrieve()
			.toBodilessEntity()
			.timeout(this.gateway.patience())
			.then();
	}

	private void authorize(HttpHeaders headers) {
		if (this.gateway.key() != null) {
			headers.setBearerAuth(this.gateway.key());
		}
	}

}
