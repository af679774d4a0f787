package org.gongyu;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Databases of a test server, with the two logins that the hub has in production: an
 * owner for migrations and a limited one for the application.
 */
final class Databases {

	static final String OWNER = "gongyu_owner";

	static final String APPLICATION = "gongyu_app";

	static final String PASSWORD = "gongyu";

	private Databases() {
	}

	/**
	 * Creates the logins and an empty database, where they are missing.
	 */
	static synchronized void create(String server, String database) {
		try (Connection connection = connect(server, "postgres", "postgres", "");
				Statement statement = connection.createStatement()) {
			for (String login : new String[] { OWNER, APPLICATION }) {
				statement.execute("do $$ begin create role " + login + " login password '" + PASSWORD
						+ "'; exception when duplicate_object then null; end $$");
			}
			try (var known = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
				if (known.next()) {
					return;
				}
			}
			statement.execute("create database " + database + " owner " + OWNER);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Runs SQL as the owner.
	 */
	static void execute(String server, String database, String sql) {
		try (Connection connection = connect(server, database, OWNER, PASSWORD);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The first column of the first row of a query, as the owner.
	 */
	static @Nullable String query(String server, String database, String sql) {
		try (Connection connection = connect(server, database, OWNER, PASSWORD);
				Statement statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getString(1) : null;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * All rows of all tables as text, bytes in hexadecimal.
	 */
	static String dump(String server, String database) {
		StringBuilder text = new StringBuilder();
		try (Connection connection = connect(server, database, OWNER, PASSWORD);
				Statement names = connection.createStatement();
				Statement rows = connection.createStatement()) {
			var tables = names.executeQuery("select tablename from pg_tables where schemaname = 'public'");
			while (tables.next()) {
				text.append("\n-- ").append(tables.getString(1)).append('\n');
				var all = rows.executeQuery("select t::text from " + tables.getString(1) + " t");
				while (all.next()) {
					text.append(all.getString(1)).append('\n');
				}
			}
			return text.toString();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Connection connect(String server, String database, String user, String password)
			throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://" + server + "/" + database, user, password);
	}

}
