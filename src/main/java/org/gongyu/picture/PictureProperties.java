package org.gongyu.picture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of pictures.
 *
 * @param maxBytes how long an uploaded file may be
 * @param maxPixels how many pixels it may unfold to; one takes four bytes while it is
 * drawn
 * @param waiting how many uploads may wait for the one that is being drawn
 */
@ConfigurationProperties("gongyu.picture")
record PictureProperties(@DefaultValue("5MB") DataSize maxBytes, @DefaultValue("30000000") long maxPixels,
		@DefaultValue("20") int waiting) {
}
