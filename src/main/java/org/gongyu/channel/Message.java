package org.gongyu.channel;

/**
 * Something to tell one person.
 *
 * @param to an e-mail address, or a mobile number as +86…
 * @param subject what it is about; text messages leave it out
 * @param text in plain text
 */
public record Message(String to, String subject, String text) {
}
