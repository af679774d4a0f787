package org.gongyu.account;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A checked access token, as Spring Security carries it.
 */
class SignedInAuthentication extends AbstractAuthenticationToken {

	private final transient SignedIn who;

	SignedInAuthentication(SignedIn who) {
		super(who.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList());
		this.who = who;
		setAuthenticated(true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public Object getPrincipal() {
		return this.who;
	}

}
