package org.gongyu.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order that a seed gives to a list of entries. Every entry has as many lots as it
 * weighs; the n-th lot of a ticket is SHA-256 of the seed, the list's hash and
 * {@code ticket:n}; the smallest lot counts, and the smaller goes first. So an entry of
 * weight w is before one of weight v with the chance w / (w + v), and nothing else about
 * it matters: not when it came, not where it stands in the list (Efraimidis and Spirakis,
 * Weighted random sampling with a reservoir, 2006, with whole weights).
 */
final class Lots {

	private record Drawn(Entry entry, String lot) {
	}

	private Lots() {
	}

	/**
	 * SHA-256 of the list's lines in the order of their tickets.
	 */
	static byte[] hash(List<Entry> entries) {
		return sha256(entries.stream()
			.sorted(Comparator.comparing(Entry::ticket))
			.map(Entry::line)
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * The tickets in the order in which they were drawn.
	 */
	static List<String> order(byte[] seed, List<Entry> entries) {
		byte[] hash = hash(entries);
		return entries.stream()
			.map(entry -> new Drawn(entry, lot(seed, hash, entry)))
			.sorted(Comparator.comparing(Drawn::lot).thenComparing(drawn -> drawn.entry().ticket()))
			.map(drawn -> drawn.entry().ticket())
			.toList();
	}

	private static String lot(byte[] seed, byte[] hash, Entry entry) {
		return IntStream.rangeClosed(1, entry.weight())
			.mapToObj(n -> sha256(seed, hash, (entry.ticket() + ":" + n).getBytes(StandardCharsets.US_ASCII)))
			.map(HexFormat.of()::formatHex)
			.min(Comparator.naturalOrder())
			.orElseThrow();
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
