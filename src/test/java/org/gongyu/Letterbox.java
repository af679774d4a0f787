package org.gongyu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;

/**
 * Receives what the hub sends: a mail server and a gateway of text messages that keep
 * what they get, and a page that shows it.
 */
public final class Letterbox implements AutoCloseable {

	/**
	 * Something that was received.
	 */
	public record Letter(String id, String to, String subject, String text) {
	}

	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final HttpServer web;

	private final List<Letter> texts = new CopyOnWriteArrayList<>();

	public Letterbox() {
		this.mail.start();
		try {
			this.web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.web.createContext("/texts", this::receive);
		this.web.createContext("/", this::show);
		this.web.start();
	}

	/** Where the page is. */
	public String address() {
		return "http://localhost:" + this.web.getAddress().getPort();
	}

	/**
	 * Settings with which a hub sends here.
	 */
	public Map<String, Object> settings() {
		return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", this.mail.getSmtp().getPort(),
				"gongyu.channel.texts.url", address() + "/texts", "gongyu.channel.texts.key", "gateway-key");
	}

	/**
	 * All that was received.
	 */
	public List<Letter> letters() {
		List<Letter> letters = new CopyOnWriteArrayList<>(this.texts);
		for (MimeMessage message : this.mail.getReceivedMessages()) {
			letters.add(letter(message));
		}
		return letters;
	}

	private static Letter letter(MimeMessage message) {
		try {
			return new Letter(message.getMessageID(), message.getAllRecipients()[0].toString(), message.getSubject(),
					String.valueOf(message.getContent()).strip());
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void receive(HttpExchange exchange) throws IOException {
		boolean known = "Bearer gateway-key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
		JsonNode body = new JsonMapper().readTree(exchange.getRequestBody().readAllBytes());
		if (known) {
			this.texts.add(new Letter("", body.path("to").asString(), "", body.path("text").asString()));
		}
		exchange.sendResponseHeaders(known ? 204 : 401, -1);
		exchange.close();
	}

	private void show(HttpExchange exchange) throws IOException {
		StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Letterbox</title>");
		letters().forEach(letter -> page.append("<p><b>")
			.append(HtmlUtils.htmlEscape(letter.to()))
			.append("</b> ")
			.append(HtmlUtils.htmlEscape(letter.subject()))
			.append("<br>")
			.append(HtmlUtils.htmlEscape(letter.text())));
		byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.web.stop(0);
		this.mail.stop();
	}

}
