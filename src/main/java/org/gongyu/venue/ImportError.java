package org.gongyu.venue;

import java.util.List;

/**
 * Why a row was rejected.
 *
 * @param row the number of the row in the file, from 1
 * @param column the header of the column
 * @param code the stable code, also the message key {@code import.error.<code>}
 * @param args arguments of that message
 */
record ImportError(int row, String column, String code, List<Object> args) {
}
