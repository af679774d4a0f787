package org.gongyu.channel;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person.
 *
 * @param to an e-mail address, or a mobile number as +86…
 * @param subject what it is about; text messages leave it out
 * @param text in plain text
 * @param id the same for the same message, so that a repeat is recognised (RFC 5322
 * §3.6.4, without the angle brackets); null where a repeat is another message
 */
public record Message(String to, String subject, String text, @Nullable String id) {
}
