package org.gongyu.picture;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a file was not taken as a picture.
 */
public enum PictureRefusal implements Refusal {

	/** It is no JPEG or PNG, or a broken one. */
	NOT_A_PICTURE,
	/** It unfolds to more pixels than the hub draws. */
	TOO_MANY_PIXELS;

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return 422;
	}

	@Override
	public @Nullable String field() {
		return "picture";
	}

}
