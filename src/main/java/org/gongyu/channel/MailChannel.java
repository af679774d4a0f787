package org.gongyu.channel;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * E-mail by SMTP, on threads of its own: the library blocks.
 */
@Component
class MailChannel implements Channel, DisposableBean {

	private static final int THREADS = 2;

	private final ObjectProvider<JavaMailSender> sender;

	private final ChannelProperties properties;

	private final Scheduler scheduler;

	MailChannel(ObjectProvider<JavaMailSender> sender, ChannelProperties properties) {
		this.sender = sender;
		this.properties = properties;
		this.scheduler = Schedulers.newBoundedElastic(THREADS, properties.queue(), "mail");
	}

	@Override
	public boolean reaches(String address) {
		return address.contains("@") && this.sender.getIfAvailable() != null;
	}

	@Override
	public Mono<Void> send(Message message) {
		return Mono.<Void>fromRunnable(() -> sendNow(message)).subscribeOn(this.scheduler);
	}

	private void sendNow(Message message) {
		JavaMailSender mail = this.sender.getObject();
		MimeMessage mime = mail.createMimeMessage();
		try {
			MimeMessageHelper helper = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
			helper.setFrom(this.properties.from());
			helper.setTo(message.to());
			helper.setSubject(message.subject());
			helper.setText(message.text());
			if (message.id() != null) {
				mime.setHeader("Message-ID", "<" + message.id() + ">");
			}
		}
		catch (MessagingException ex) {
			throw new IllegalArgumentException("The message cannot be written", ex);
		}
		mail.send(mime);
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

}
