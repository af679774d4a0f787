package org.gongyu.picture;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pictures that pages show, by hash and width: {@code /pictures/<hash>-<width>.jpg}.
 */
@RestController
class PictureApi {

	private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-(\\d{1,4})\\.jpg");

	private final Pictures pictures;

	PictureApi(Pictures pictures) {
		this.pictures = pictures;
	}

	@GetMapping("/pictures/{name}")
	Mono<ResponseEntity<byte[]>> one(@PathVariable String name) {
		Matcher matcher = NAME.matcher(name);
		Mono<byte[]> jpeg = matcher.matches() ? this.pictures.find(matcher.group(1), Integer.parseInt(matcher.group(2)))
				: Mono.empty();
		return jpeg
			.map(bytes -> ResponseEntity.ok()
				.contentType(MediaType.IMAGE_JPEG)
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				.body(bytes))
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

}
