package org.gongyu.platform;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says days, times and money in the reader's language; templates call it {@code @words}.
 */
@Component
public class Words {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

	private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("M月d日 E",
			Locale.SIMPLIFIED_CHINESE);

	private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

	private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("M月d日",
			Locale.SIMPLIFIED_CHINESE);

	private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

	/** 12月6日 周六; Sat 6 Dec. */
	public String day(Instant at, ZoneId zone, Locale locale) {
		return (isChinese(locale) ? CHINESE_DAY : ENGLISH_DAY).format(at.atZone(zone));
	}

	/** 12月6日 周六; Sat 6 Dec. */
	public String day(LocalDate day, Locale locale) {
		return (isChinese(locale) ? CHINESE_DAY : ENGLISH_DAY).format(day);
	}

	/** 11月28日–29日; 28–29 Nov. */
	public String days(LocalDate first, LocalDate last, Locale locale) {
		boolean chinese = isChinese(locale);
		DateTimeFormatter whole = chinese ? CHINESE_DATE : ENGLISH_DATE;
		if (first.equals(last)) {
			return whole.format(first);
		}
		if (!YearMonth.from(first).equals(YearMonth.from(last))) {
			return whole.format(first) + "–" + whole.format(last);
		}
		return chinese ? whole.format(first).replace("日", "") + "–" + last.getDayOfMonth() + "日"
				: first.getDayOfMonth() + "–" + whole.format(last);
	}

	/** 3.2 公里; 3.2 km. */
	public String distance(double kilometres, Locale locale) {
		return String.format(locale, isChinese(locale) ? "%.1f 公里" : "%.1f km", kilometres);
	}

	/** 10:00. */
	public String clock(Instant at, ZoneId zone) {
		return CLOCK.format(at.atZone(zone));
	}

	/** 10:00–11:30. */
	public String span(Instant from, Instant to, ZoneId zone) {
		return clock(from, zone) + "–" + clock(to, zone);
	}

	/** 12月6日 周六 10:00. */
	public String moment(Instant at, ZoneId zone, Locale locale) {
		return day(at, zone, locale) + " " + clock(at, zone);
	}

	/** ¥20.00, from hundredths of a yuan. */
	public String money(int cents, Locale locale) {
		NumberFormat format = NumberFormat.getCurrencyInstance(isChinese(locale) ? Locale.CHINA : Locale.ENGLISH);
		format.setCurrency(Currency.getInstance("CNY"));
		return format.format(cents / 100.0);
	}

	/** The text in the reader's language, where both are there. */
	public String of(String chinese, @Nullable String english, Locale locale) {
		return (isChinese(locale) || english == null || english.isBlank()) ? chinese : english;
	}

	private static boolean isChinese(Locale locale) {
		return locale.getLanguage().equals("zh");
	}

}
