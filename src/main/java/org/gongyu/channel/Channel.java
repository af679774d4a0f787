package org.gongyu.channel;

import reactor.core.publisher.Mono;

/**
 * One way out.
 */
interface Channel {

	/**
	 * Whether it leads to the address, and is set up.
	 */
	boolean reaches(String address);

	/**
	 * Hands the message over; fails when it was not taken.
	 */
	Mono<Void> send(Message message);

}
