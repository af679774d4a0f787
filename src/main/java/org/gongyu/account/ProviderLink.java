package org.gongyu.account;

import java.time.Instant;

/**
 * That an account can be entered by way of a provider of identities.
 *
 * @param issuer the provider
 */
record ProviderLink(String issuer, Instant createdAt) {
}
