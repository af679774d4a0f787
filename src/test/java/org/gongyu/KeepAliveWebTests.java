package org.gongyu;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection goes on being read, however close its requests come on each other's heels:
 * a browser or a school's proxy that kept one would otherwise wait for ever.
 */
class KeepAliveWebTests {

	/** Goes to the database. */
	private static final String SLOW = "GET /api/v1/venues HTTP/1.1\r\nHost: localhost\r\n\r\n";

	/** Refused on the spot. */
	private static final String QUICK = "GET /api/v1/venues?size=many HTTP/1.1\r\nHost: localhost\r\n\r\n";

	@Test
	void aRequestAfterOneThatHadToQueueIsAnswered() throws IOException {
		try (Hub hub = Hub.start(); Socket socket = new Socket("localhost", hub.port())) {
			socket.setSoTimeout(10_000);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			List<String> answers = new ArrayList<>();
			for (int round = 0; round < 20; round++) {
				send(socket, SLOW + QUICK);
				answers.add(answer(in));
				answers.add(answer(in));
				send(socket, SLOW);
				answers.add(answer(in));
			}
			assertThat(answers).hasSize(60).allMatch(status -> status.matches("HTTP/1.1 (200 OK|400 Bad Request)"));
		}
	}

	private static void send(Socket socket, String requests) throws IOException {
		socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	/** Reads one whole answer and gives its status line. */
	private static String answer(InputStream in) throws IOException {
		String status = line(in);
		int length = 0;
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			if (header.toLowerCase().startsWith("content-length:")) {
				length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
			}
		}
		in.skipNBytes(length);
		return status;
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("the connection ended");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

}
