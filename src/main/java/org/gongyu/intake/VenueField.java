package org.gongyu.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongyu.venue.VenueRequest;

/**
 * The fields of a {@link VenueRequest} and the headers under which files have them. Where
 * several columns of a file fit one field, the earlier header wins, so the more telling
 * ones come first.
 */
enum VenueField {

	NAME("name", "名称", "场馆名称", "博物馆名称", "场馆名", "场馆", "单位名称", "机构名称", "venue", "venue name"),
	KIND("kind", "类型", "场馆类型", "场馆类别", "类别", "种类", "venue kind", "venue type"),
	REGION_CODE("regionCode", "行政区划代码", "区划代码", "地区代码", "区县代码", "region code", "area code"),
	REGION("region", "区县", "所在区县", "所属区县", "县区", "行政区", "所在地区", "地区", "区域", "DNAME", "district", "county", "area", "城市",
			"所在城市", "city", "省份", "所在省份", "省市", "省", "province"),
	ADDRESS("address", "地址", "详细地址", "场馆地址", "street address", "location"),
	POSITION("position", "经纬度", "纬度经度", "坐标", "位置坐标", "coordinates", "latitude longitude", "lat lng", "lat lon"),
	OPENING_HOURS("openingHours", "开放时间", "开馆时间", "营业时间", "T_TIME", "opening hours", "opening time", "hours"),
	CONTACT("contact", "联系人", "负责人", "contact person"),
	PHONE("phone", "电话", "联系电话", "咨询电话", "联系方式", "手机", "telephone", "tel", "phone number"),
	WEBSITE("website", "官网链接", "官网", "官方网站", "网站", "网址", "url", "web site", "homepage"),
	SUMMARY("summary", "简介", "场馆简介", "介绍", "说明", "description", "introduction", "DES"),
	ACCESSIBILITY("accessibility", "无障碍设施", "无障碍", "无障碍服务", "accessibility facts"),
	BOOKING_MODE("bookingMode", "预约方式", "是否预约", "是否需要预约", "booking mode", "booking"), ZONE("zone", "时区", "time zone"),
	FREE("free", "是否免费开放", "是否免费", "免费开放", "免费", "free of charge", "free admission"),
	CAPACITY("capacity", "最大承载量", "瞬时最大承载量", "承载量", "容量", "最大容量", "MAX_NUM", "max capacity"),
	PARENT("parent", "上级场馆", "所属场馆", "上级场馆编号", "parent venue", "parent id"),
	ACCREDITATIONS("accreditations", "基地称号", "基地类型", "教育基地", "命名", "accreditation");

	private final String property;

	@SuppressWarnings("ImmutableEnumChecker") // nothing can be added to this list
	private final List<String> headers;

	VenueField(String property, String... headers) {
		this.property = property;
		this.headers = Arrays.stream(headers).map(VenueField::plain).toList();
	}

	/**
	 * Its name in the API.
	 */
	String property() {
		return this.property;
	}

	/**
	 * How well a header fits, 0 being best; a negative number means not at all.
	 */
	int fit(String header) {
		String plain = plain(header);
		return plain.equals(plain(this.property)) ? 0
				: (this.headers.contains(plain) ? this.headers.indexOf(plain) + 1 : -1);
	}

	static Optional<VenueField> of(String property) {
		return Arrays.stream(values()).filter(each -> each.property.equals(property)).findFirst();
	}

	private static String plain(String header) {
		return Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s_*\\-]", "");
	}

}
