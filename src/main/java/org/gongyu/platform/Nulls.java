package org.gongyu.platform;

import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Binds values that may be null to SQL statements.
 */
public final class Nulls {

	private Nulls() {
	}

	/**
	 * The value, or a null of the type.
	 */
	public static <T> Object of(@Nullable T value, Class<T> type) {
		return (value != null) ? value : Parameters.in(type);
	}

}
