package org.gongyu.account;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as a provider of identities has proved it.
 *
 * @param issuer the provider
 * @param subject who it is there, for good
 * @param login an e-mail address or number that the provider knows to be theirs
 * @param name how they are called
 */
public record ProvenIdentity(String issuer, String subject, @Nullable String login, @Nullable String name) {
}
