package org.gongyu.draw;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of draws.
 *
 * @param careTickets how many tickets a household with a care voucher has; from 1 to 9
 * @param more how many parties wait behind those that the seats may suffice for
 * @param look how often draws are looked for whose time has come
 * @param grace how long after its close a list waits for entries that came in time and
 * are not written yet
 * @param atOnce how many draws are held in one round
 * @param remembered for how long after a draw it is known whose an entry was
 */
@ConfigurationProperties("gongyu.draw")
record DrawProperties(@DefaultValue("2") int careTickets, @DefaultValue("200") int more,
		@DefaultValue("500ms") Duration look, @DefaultValue("3s") Duration grace, @DefaultValue("20") int atOnce,
		@DefaultValue("60d") Duration remembered) {
}
