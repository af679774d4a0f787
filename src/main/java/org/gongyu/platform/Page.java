package org.gongyu.platform;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows
 * @param next the cursor of the page that follows, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

	/**
	 * Cuts rows that were read with one more than the page holds; the extra one only
	 * tells that a further page exists.
	 */
	public static <T> Page<T> cut(List<T> rows, int size, Function<T, Cursor> cursor) {
		if (rows.size() <= size) {
			return new Page<>(rows, null);
		}
		List<T> items = List.copyOf(rows.subList(0, size));
		return new Page<>(items, cursor.apply(items.get(size - 1)).encode());
	}

	public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
		return new Page<>(this.items.stream().<R>map(mapper).toList(), this.next);
	}

}
