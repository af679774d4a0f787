package org.gongyu.activity;

import org.jspecify.annotations.Nullable;

/**
 * The picture of an activity.
 *
 * @param hash what names its bytes in addresses, so that they can be kept for ever
 * @param alt what it shows, in words
 */
public record Picture(String hash, @Nullable String alt) {
}
