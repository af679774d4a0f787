package org.gongyu.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order that a seed gives to a list of tickets: by SHA-256 of the seed, the list's
 * hash and the ticket. Nothing else about a ticket matters: not when it came, not where
 * it stands in the list. Who has w tickets, the first of which counts, is before who has
 * v with the chance w / (w + v) (Efraimidis and Spirakis, Weighted random sampling with a
 * reservoir, 2006, with whole weights).
 */
final class DrawOrder {

	private record Drawn(String ticket, String lot) {
	}

	private DrawOrder() {
	}

	/**
	 * SHA-256 of the tickets, sorted, each with a line feed.
	 */
	static byte[] hash(List<String> tickets) {
		return sha256(tickets.stream()
			.sorted()
			.map(ticket -> ticket + "\n")
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * The tickets in the order in which they are drawn.
	 */
	static List<String> of(byte[] seed, List<String> tickets) {
		byte[] hash = hash(tickets);
		return tickets.stream()
			.map(ticket -> new Drawn(ticket, lot(seed, hash, ticket)))
			.sorted(Comparator.comparing(Drawn::lot))
			.map(Drawn::ticket)
			.toList();
	}

	private static String lot(byte[] seed, byte[] hash, String ticket) {
		return HexFormat.of().formatHex(sha256(seed, hash, ticket.getBytes(StandardCharsets.US_ASCII)));
	}

	static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
