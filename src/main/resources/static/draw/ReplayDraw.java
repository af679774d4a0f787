import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Computes a draw again from what was published of it, with nothing but the JDK:
 *
 *     java ReplayDraw.java after.txt [before.txt]
 *
 * after.txt is the record after the draw, before.txt one that was saved earlier. Each line is a name and a value:
 *
 *     commitment  SHA-256 of the seed, published before anybody entered
 *     list        SHA-256 of the lines "ticket\n" of all tickets, sorted (ASCII), published at the close
 *     seed        32 bytes, published with the result
 *     ticket      32 hexadecimal digits; a household has one or more, and the first one that is drawn counts
 *     drawn       the tickets in the order of the result
 *
 * All hashes and the seed are hexadecimal. The lot of a ticket is SHA-256(seed, list hash, ticket), the bytes one after the
 * other; the tickets are in the order of their lots, compared as unsigned bytes. Answers 0 and "OK" when all of it fits,
 * else 1 and what does not.
 */
public class ReplayDraw {

	public static void main(String[] args) throws Exception {
		List<String> record = Files.readAllLines(Path.of(args[0]));
		List<String> earlier = (args.length > 1) ? Files.readAllLines(Path.of(args[1])) : List.of();
		List<String> wrong = new ArrayList<>();
		byte[] seed = HexFormat.of().parseHex(one(record, "seed"));
		if (!hex(sha256(seed)).equals(one(record, "commitment"))) {
			wrong.add("The seed is not the one that was committed to.");
		}
		List<String> tickets = all(record, "ticket");
		tickets.sort(Comparator.naturalOrder());
		byte[] list = sha256((String.join("\n", tickets) + (tickets.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.US_ASCII));
		if (!hex(list).equals(one(record, "list"))) {
			wrong.add("The tickets are not the list that was frozen.");
		}
		for (String name : List.of("slot", "commitment", "list")) {
			List<String> before = all(earlier, name);
			if (!before.isEmpty() && !before.equals(all(record, name))) {
				wrong.add("The " + name + " is another one than before.");
			}
		}
		if (!order(seed, list, tickets).equals(all(record, "drawn"))) {
			wrong.add("The order is not what the seed gives.");
		}
		System.out.println(wrong.isEmpty() ? "OK: " + tickets.size() + " tickets" : String.join("\n", wrong));
		System.exit(wrong.isEmpty() ? 0 : 1);
	}

	private static List<String> order(byte[] seed, byte[] list, List<String> tickets) throws Exception {
		List<String[]> drawn = new ArrayList<>();
		for (String ticket : tickets) {
			drawn.add(new String[] { hex(sha256(seed, list, ticket.getBytes(StandardCharsets.US_ASCII))), ticket });
		}
		drawn.sort(Comparator.comparing((String[] each) -> each[0]));
		return drawn.stream().map(each -> each[1]).toList();
	}

	private static byte[] sha256(byte[]... parts) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		Arrays.stream(parts).forEach(digest::update);
		return digest.digest();
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	private static String one(List<String> record, String name) {
		List<String> found = all(record, name);
		return found.isEmpty() ? "" : found.get(0);
	}

	private static List<String> all(List<String> record, String name) {
		List<String> found = new ArrayList<>();
		for (String line : record) {
			if (line.startsWith(name + " ")) {
				found.add(line.substring(name.length() + 1));
			}
		}
		return found;
	}

}
