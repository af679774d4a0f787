package org.gongyu.platform;

import java.beans.PropertyEditorSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Refuses text with a NUL, which PostgreSQL cannot store, where it comes in: in JSON, in
 * forms and in queries, with the name of the field.
 */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

	private static final char NUL = 0;

	@Bean
	JacksonModule storableText() {
		return new SimpleModule("storable text").addDeserializer(String.class, new StorableText());
	}

	private static final class StorableText extends StdScalarDeserializer<String> {

		StorableText() {
			super(String.class);
		}

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) {
			String text = parser.getValueAsString();
			if (text == null || text.indexOf(NUL) >= 0) {
				throw InvalidFormatException.from(parser, "not storable", text, String.class);
			}
			return text;
		}

	}

	/**
	 * The same for forms and queries.
	 */
	@ControllerAdvice
	static class StorableForms {

		@InitBinder
		void storable(WebDataBinder binder) {
			binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

				@Override
				public void setAsText(@Nullable String text) {
					if (text != null && text.indexOf(NUL) >= 0) {
						throw new IllegalArgumentException("not storable");
					}
					setValue(text);
				}

			});
		}

	}

}
