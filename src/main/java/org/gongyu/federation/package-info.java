/**
 * Signing in by way of other providers of identities (OpenID Connect Core 1.0), each of
 * them a setting. What a provider proves becomes an account in the module account.
 */
@NullMarked
@ApplicationModule(displayName = "Federation", allowedDependencies = { "platform", "account" })
package org.gongyu.federation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
