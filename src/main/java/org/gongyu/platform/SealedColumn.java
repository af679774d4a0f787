package org.gongyu.platform;

/**
 * A column in which the {@link Vault} has sealed something. A module declares a bean of
 * it for each such column of its tables, and when the key changes the column is sealed
 * anew.
 *
 * @param key the column that names the row, a UUID
 * @param owner the column of whose id it is sealed with
 * @param sealed the column that is sealed
 */
public record SealedColumn(String table, String key, String owner, String sealed) {
}
