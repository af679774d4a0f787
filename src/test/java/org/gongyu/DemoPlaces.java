package org.gongyu;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The places of the fictional district and what each kind of place offers.
 */
final class DemoPlaces {

	/**
	 * A place.
	 *
	 * @param base what it is accredited for
	 */
	record Place(String name, String kind, String address, boolean accessible, String mode, @Nullable String base) {
	}

	/**
	 * Something that a place offers.
	 */
	record Offer(String title, String english, String summary, String category, int ageFrom, int ageTo, int yuan,
			int seats, List<String> weekdays, String starts, int minutes, String hazards) {
	}

	private static final List<String> WEEKEND = List.of("SATURDAY", "SUNDAY");

	private static final List<String> AFTER_SCHOOL = List.of("WEDNESDAY", "FRIDAY");

	static final List<Place> PLACES = List.of(
			new Place("云溪博物馆", "MUSEUM", "云溪大道1号", true, "REQUIRED", "PATRIOTIC_EDUCATION"),
			new Place("云溪科技馆", "SCIENCE_CENTER", "云溪大道3号", true, "REQUIRED", "SCIENCE_POPULARIZATION"),
			new Place("云溪图书馆", "LIBRARY", "书院路8号", true, "OPTIONAL", null),
			new Place("云溪文化馆", "CULTURAL_CENTER", "书院路10号", true, "REQUIRED", null),
			new Place("云溪非遗馆", "INTANGIBLE_HERITAGE_HALL", "古街12号", false, "REQUIRED", null),
			new Place("云溪美术馆", "ART_MUSEUM", "湖滨路5号", true, "REQUIRED", null),
			new Place("云溪革命纪念馆", "MEMORIAL_HALL", "红星路20号", true, "REQUIRED", "PATRIOTIC_EDUCATION"),
			new Place("云溪大剧院", "PERFORMANCE_VENUE", "湖滨路9号", true, "REQUIRED", null),
			new Place("云溪体育中心", "STADIUM", "健康路66号", true, "REQUIRED", null),
			new Place("云岭国家公园科普站", "NATIONAL_PARK", "云岭镇东口", false, "REQUIRED", "STUDY_TRIP"),
			new Place("云溪青少年宫", "YOUTH_PALACE", "少年路2号", true, "REQUIRED", null),
			new Place("云溪儿童活动中心", "CHILDRENS_CENTER", "少年路6号", true, "REQUIRED", null),
			new Place("云溪自然博物馆", "MUSEUM", "湖滨路21号", true, "REQUIRED", "SCIENCE_POPULARIZATION"),
			new Place("云溪茶文化博物馆", "MUSEUM", "茶园路3号", false, "REQUIRED", "STUDY_TRIP"),
			new Place("云溪陶瓷博物馆", "MUSEUM", "窑湾路18号", true, "REQUIRED", null),
			new Place("云溪天文馆", "SCIENCE_CENTER", "观星路1号", true, "REQUIRED", "SCIENCE_POPULARIZATION"),
			new Place("云溪气象科普馆", "SCIENCE_CENTER", "观云路7号", true, "REQUIRED", "SCIENCE_POPULARIZATION"),
			new Place("云溪少年儿童图书馆", "LIBRARY", "少年路8号", true, "OPTIONAL", null),
			new Place("青竹社区图书馆", "LIBRARY", "青竹路15号", true, "OPTIONAL", null),
			new Place("云溪书画院", "ART_MUSEUM", "古街30号", false, "REQUIRED", null),
			new Place("云溪法治教育基地", "OTHER", "红星路33号", true, "REQUIRED", "LEGAL_EDUCATION"),
			new Place("云溪消防体验馆", "OTHER", "健康路12号", true, "REQUIRED", null),
			new Place("云溪生态农场实践基地", "OTHER", "云岭镇南村", false, "REQUEST", "STUDY_TRIP"),
			new Place("青竹社区党群服务中心", "PARTY_MASS_CENTER", "青竹路20号", true, "REQUIRED", null),
			new Place("湖滨社区党群服务中心", "PARTY_MASS_CENTER", "湖滨路40号", true, "REQUIRED", null),
			new Place("古街社区妇女儿童之家", "WOMEN_CHILDREN_HOME", "古街50号", false, "REQUIRED", null),
			new Place("红星社区妇女儿童之家", "WOMEN_CHILDREN_HOME", "红星路51号", true, "REQUIRED", null),
			new Place("云溪青年之家", "YOUTH_HOME", "书院路28号", true, "REQUIRED", null),
			new Place("云岭镇文化站", "COMMUNITY_FACILITY", "云岭镇中街", true, "REQUIRED", null),
			new Place("茶园社区家庭教育指导服务站", "COMMUNITY_FACILITY", "茶园路22号", true, "REQUIRED", null),
			new Place("窑湾社区文体中心", "COMMUNITY_FACILITY", "窑湾路2号", true, "REQUIRED", null),
			new Place("云溪航空模型馆", "SCIENCE_CENTER", "观云路19号", true, "REQUIRED", null),
			new Place("云溪地质公园博物馆", "MUSEUM", "云岭镇北口", false, "REQUIRED", "STUDY_TRIP"),
			new Place("云溪民俗馆", "INTANGIBLE_HERITAGE_HALL", "古街70号", false, "REQUIRED", null),
			new Place("云溪音乐厅", "PERFORMANCE_VENUE", "湖滨路60号", true, "REQUIRED", null),
			new Place("云溪游泳馆", "STADIUM", "健康路80号", true, "REQUIRED", null),
			new Place("王家祠堂红色教育点", "MEMORIAL_HALL", "南村12号", false, "REQUEST", "PATRIOTIC_EDUCATION"),
			new Place("云溪湿地公园", "NATIONAL_PARK", "湿地路1号", true, "NONE", null),
			new Place("云溪人工智能体验中心", "SCIENCE_CENTER", "创新路6号", true, "REQUIRED", "SCIENCE_POPULARIZATION"),
			new Place("云溪区中小学生综合素质教育与社会实践活动中心", "YOUTH_PALACE", "创新路100号", true, "REQUIRED", "STUDY_TRIP"));

	private DemoPlaces() {
	}

	/**
	 * Two or three offers, so that the district has about a hundred.
	 */
	static List<Offer> offers(Place place, int number) {
		List<Offer> all = ofKind(place.kind());
		return (number % 2 == 0 || all.size() < 3) ? all : all.subList(0, 2);
	}

	private static List<Offer> ofKind(String kind) {
		return switch (kind) {
			case "MUSEUM" -> List.of(
					offer("小小讲解员体验", "Young guide for a day", "跟着老师认识三件馆藏，学会用自己的话讲给家人听，结束时领一枚讲解员徽章。", "EXPERIENCE", 6,
							10, 12, WEEKEND, "10:00", 90),
					offer("文物修复小课堂", "Mending old pots", "用仿制陶片体验清理、拼接、补全三道工序，了解修复师怎样让器物重新站起来。", "HERITAGE", 8, 14, 16,
							WEEKEND, "14:00", 120),
					offer("博物馆奇妙夜", "A night at the museum", "闭馆后打着手电走进展厅，听藏品的故事，一起完成寻宝任务。", "PRACTICE_TEACHING", 6, 12,
							20, List.of("SATURDAY"), "18:30", 120));
			case "SCIENCE_CENTER" -> List.of(
					offer("恐龙化石修复", "Digging up dinosaurs", "在石膏岩块里找到化石，用刷子和小凿子把它完整取出来。", "SCIENCE", 6, 12, 12, WEEKEND,
							"10:00", 90),
					offer("机器人搭建营", "Build a robot", "两人一组搭一台能避障的小车，写三行程序让它走完迷宫。", "SCIENCE", 8, 14, 20, WEEKEND,
							"13:30", 120),
					offer("穹幕星空", "Stars under the dome", "在穹幕里认识今晚能看到的星座，学会用活动星图。", "SCIENCE", 5, 15, 40,
							List.of("FRIDAY", "SATURDAY"), "19:00", 60));
			case "LIBRARY" -> List.of(
					offer("亲子绘本共读", "Picture books together", "馆员带读一本绘本，家长和孩子一起画出自己的结尾。", "INTERESTS", 3, 7, 15,
							List.of("SATURDAY"), "10:00", 60),
					offer("小小图书管理员", "Librarian for an afternoon", "学会找书、上架和借还，完成半天志愿服务。", "VOLUNTEERING", 9, 14, 8,
							WEEKEND, "14:00", 150));
			case "CULTURAL_CENTER", "ART_MUSEUM",
					"INTANGIBLE_HERITAGE_HALL" ->
				List.of(offer("剪纸与窗花", "Paper cutting", "从对折到镂空，剪一对自己家的窗花带回去。", "HERITAGE", 6, 14, 16, WEEKEND, "09:30",
						90),
						offer("水墨第一课", "First strokes in ink", "认识笔墨纸砚，画一枝竹子，写一个自己的名字。", "INTERESTS", 7, 15, 12,
								AFTER_SCHOOL, "16:30", 90),
						offer("皮影戏后台", "Behind the shadow play", "到幕布后面学操纵皮影，和同伴演一小段。", "HERITAGE", 6, 12, 10,
								List.of("SUNDAY"), "15:00", 90));
			case "MEMORIAL_HALL" -> List.of(
					offer("一封家书", "A letter home", "读一封旧家书，找到写信人的足迹，给未来的自己写一封信。", "PRACTICE_TEACHING", 9, 16, 30,
							List.of("SATURDAY"), "09:00", 90),
					offer("场馆里的思政课", "A lesson in the hall", "沿着展线完成任务单，讲解员带队讨论。", "YOUTH_LEAGUE", 10, 16, 40,
							AFTER_SCHOOL, "14:30", 90));
			case "PERFORMANCE_VENUE" -> List.of(
					new Offer("亲子音乐会", "Concert for families", "四十分钟的短曲目，乐手介绍每一种乐器。", "INTERESTS", 4, 12, 20, 40,
							List.of("SATURDAY"), "15:00", 60, "请提前十分钟入座"),
					offer("小小剧场体验", "On stage", "化妆、走台、打灯，演一幕三分钟短剧。", "EXPERIENCE", 7, 13, 18, List.of("SUNDAY"),
							"10:00", 120));
			case "STADIUM" -> List.of(
					new Offer("周末亲子羽毛球", "Badminton together", "教练带热身和基本步法，场地和球拍免费借用。", "INTERESTS", 7, 16, 10, 24,
							WEEKEND, "09:00", 90, "穿运动鞋，自带饮水"),
					new Offer("游泳安全课", "Safe in the water", "学会漂浮、求救和岸上救援，不下深水区。", "SAFETY_EDUCATION", 7, 14, 15, 16,
							WEEKEND, "14:00", 60, "需家长在场，感冒发烧请勿参加"));
			case "NATIONAL_PARK" -> List.of(
					new Offer("云岭观鸟", "Watching birds", "清晨跟着护林员找十种鸟，学用望远镜和观察手册。", "STUDY_TRIP", 8, 16, 0, 18, WEEKEND,
							"07:30", 180, "步道有坡，穿防滑鞋，雨天改期"),
					new Offer("自然笔记", "Nature notes", "选一棵树，画下它的叶、皮和住客。", "SCIENCE", 6, 12, 0, 20, List.of("SUNDAY"),
							"09:30", 120, "防蚊虫，户外活动"));
			case "YOUTH_PALACE",
					"CHILDRENS_CENTER" ->
				List.of(offer("木工小作坊", "Little carpenters", "量、锯、打磨、拼装，做一只自己的小凳子。", "LABOR", 8, 14, 12, WEEKEND,
						"09:30", 150),
						offer("陶艺亲子时光", "Clay with a parent", "大人和孩子一起拉坯，烧好后可来取。", "INTERESTS", 5, 12, 16, WEEKEND,
								"14:00", 90),
						offer("小小急救员", "First aid for children", "认识急救包，学会止血包扎和拨打急救电话。", "SAFETY_EDUCATION", 8, 15, 20,
								AFTER_SCHOOL, "16:30", 60));
			case "OTHER" -> List.of(
					offer("职业体验日", "A job for a day", "换上制服，跟着工作人员完成三个真实任务。", "EXPERIENCE", 8, 15, 15, WEEKEND, "10:00",
							120),
					offer("模拟法庭", "Mock trial", "分角色审一个校园案例，学会讲证据。", "LEGAL_EDUCATION", 10, 16, 20, List.of("SATURDAY"),
							"14:00", 120));
			default -> List.of(
					offer("社区亲子手工", "Crafts in the neighbourhood", "每周一个主题，材料免费，邻里一起做。", "INTERESTS", 4, 10, 12,
							List.of("SATURDAY"), "10:00", 90),
					offer("社区小志愿者", "Young volunteers", "清点图书角、照料花坛，满两小时记入服务时长。", "VOLUNTEERING", 9, 16, 10,
							List.of("SUNDAY"), "09:00", 120),
					offer("家长课堂", "Class for parents", "怎样陪孩子写作业不吵架，家庭教育指导师现场答疑。", "PRACTICE_TEACHING", 0, 17, 30,
							List.of("WEDNESDAY"), "19:00", 90));
		};
	}

	private static Offer offer(String title, String english, String summary, String category, int from, int to,
			int seats, List<String> weekdays, String starts, int minutes) {
		return new Offer(title, english, summary, category, from, to, 0, seats, weekdays, starts, minutes, "请听从工作人员安排");
	}

}
