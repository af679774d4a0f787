package org.gongyu.channel;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ways out. E-mail needs {@code spring.mail.host} as well.
 *
 * @param from whom e-mail comes from
 * @param queue how many e-mails may wait for their turn; one more fails
 * @param texts the gateway of text messages
 */
@ConfigurationProperties("gongyu.channel")
record ChannelProperties(@DefaultValue("gongyu@localhost") String from, @DefaultValue("1000") int queue,
		@DefaultValue Texts texts) {

	/**
	 * A gateway that takes {@code {"to": …, "text": …}} as JSON.
	 *
	 * @param url where it takes messages; without it no text is sent
	 * @param key the bearer token that it asks for
	 * @param patience how long it may take
	 */
	record Texts(@Nullable String url, @Nullable String key, @DefaultValue("10s") Duration patience) {
	}

}
