package org.gongyu.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongyu.venue.AccessibilityFact;
import org.gongyu.venue.Accreditation;
import org.gongyu.venue.BookingMode;
import org.gongyu.venue.VenueKind;

/**
 * What files call the constants of an enum, in Chinese and English. Width, case, blanks
 * and hyphens do not matter; the constants' own names always hold.
 */
final class ImportNames<E extends Enum<E>> {

	static final ImportNames<VenueKind> KINDS = new ImportNames<>(VenueKind.class)
		.with(VenueKind.LIBRARY, "图书馆", "公共图书馆")
		.with(VenueKind.MUSEUM, "博物馆", "博物院", "陈列馆")
		.with(VenueKind.CULTURAL_CENTER, "文化馆", "群众艺术馆", "文化中心", "cultural centre")
		.with(VenueKind.INTANGIBLE_HERITAGE_HALL, "非遗馆", "非物质文化遗产馆", "非遗展示馆", "intangible heritage")
		.with(VenueKind.ART_MUSEUM, "美术馆", "艺术馆", "art gallery", "gallery")
		.with(VenueKind.MEMORIAL_HALL, "纪念馆", "烈士陵园", "故居", "memorial")
		.with(VenueKind.SCIENCE_CENTER, "科技馆", "科学技术馆", "科学馆", "天文馆", "science centre", "science museum")
		.with(VenueKind.PERFORMANCE_VENUE, "演出场馆", "演艺场馆", "剧院", "剧场", "音乐厅", "大剧院", "theatre", "theater")
		.with(VenueKind.STADIUM, "体育场馆", "体育馆", "体育场", "体育中心", "sports venue")
		.with(VenueKind.NATIONAL_PARK, "国家公园", "自然保护区")
		.with(VenueKind.YOUTH_PALACE, "青少年宫", "少年宫", "青少年活动中心", "青少年校外活动中心")
		.with(VenueKind.CHILDRENS_CENTER, "儿童活动中心", "儿童中心", "妇女儿童活动中心", "children's center", "children's centre")
		.with(VenueKind.COMMUNITY_FACILITY, "社区", "社区场所", "社区服务中心", "社区活动中心", "社区公共文化设施", "community",
				"community center", "community centre")
		.with(VenueKind.WOMEN_CHILDREN_HOME, "妇女儿童之家", "儿童之家")
		.with(VenueKind.PARTY_MASS_CENTER, "党群服务中心", "党群中心", "新时代文明实践中心", "新时代文明实践站")
		.with(VenueKind.YOUTH_HOME, "青年之家", "青少年之家")
		.with(VenueKind.OTHER, "其他", "其它");

	static final ImportNames<BookingMode> BOOKING_MODES = new ImportNames<>(BookingMode.class)
		.with(BookingMode.NONE, "无需预约", "不需预约", "不需要预约", "免预约", "不预约", "否", "no")
		.with(BookingMode.OPTIONAL, "可预约", "可选预约", "预约或现场", "预约与现场")
		.with(BookingMode.REQUIRED, "预约", "需预约", "需要预约", "必须预约", "实名预约", "网上预约", "是", "yes")
		.with(BookingMode.REQUEST, "申请", "申请预约", "需审核", "审核预约", "团体申请", "on request");

	static final ImportNames<AccessibilityFact> ACCESSIBILITY = new ImportNames<>(AccessibilityFact.class)
		.with(AccessibilityFact.STEP_FREE, "无障碍通道", "坡道", "无台阶", "无障碍坡道")
		.with(AccessibilityFact.LIFT, "电梯", "无障碍电梯", "elevator")
		.with(AccessibilityFact.ACCESSIBLE_TOILET, "无障碍卫生间", "无障碍厕所", "第三卫生间")
		.with(AccessibilityFact.WHEELCHAIR_LOAN, "轮椅", "轮椅租借", "轮椅借用", "轮椅服务")
		.with(AccessibilityFact.TACTILE_GUIDE, "盲道", "触摸导览", "盲文导览", "盲文")
		.with(AccessibilityFact.SIGN_LANGUAGE, "手语", "手语服务", "手语导览", "手语讲解")
		.with(AccessibilityFact.QUIET_ROOM, "安静室", "静音室", "安静空间")
		.with(AccessibilityFact.NURSING_ROOM, "母婴室", "哺乳室");

	static final ImportNames<Accreditation.Kind> ACCREDITATIONS = new ImportNames<>(Accreditation.Kind.class)
		.with(Accreditation.Kind.PATRIOTIC_EDUCATION, "爱国主义教育基地", "爱国主义教育示范基地", "爱国主义教育")
		.with(Accreditation.Kind.LEGAL_EDUCATION, "法治教育基地", "青少年法治教育基地", "法治宣传教育基地", "法治教育")
		.with(Accreditation.Kind.STUDY_TRIP, "研学基地", "研学实践教育基地", "中小学生研学实践教育基地", "研学旅行基地", "研学")
		.with(Accreditation.Kind.SCIENCE_POPULARIZATION, "科普教育基地", "科普基地", "全国科普教育基地", "科普");

	private final Map<String, E> byName = new HashMap<>();

	private ImportNames(Class<E> type) {
		for (E each : type.getEnumConstants()) {
			this.byName.put(plain(each.name()), each);
		}
	}

	private ImportNames<E> with(E constant, String... names) {
		for (String name : names) {
			this.byName.put(plain(name), constant);
		}
		return this;
	}

	Optional<E> find(String name) {
		return Optional.ofNullable(this.byName.get(plain(name)));
	}

	private static String plain(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", "");
	}

}
