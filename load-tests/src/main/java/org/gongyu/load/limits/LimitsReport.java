package org.gongyu.load.limits;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.gongyu.load.Machine;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a run, as a table to read and as JSON to keep: of each figure the median
 * of the rounds, with the least and the most.
 */
record LimitsReport(Machine machine, Size size, Figures figures) {

	/**
	 * A figure by the limit that it is measured against.
	 */
	private Map<String, Figures.Spread> ratios() {
		Map<String, Figures.Spread> ratios = new LinkedHashMap<>();
		ratios.put("holdToBareWebFlux", this.figures.ratio("hold", "bareWebFlux"));
		ratios.put("refusalToBareWebFlux", this.figures.ratio("refusal", "bareWebFlux"));
		ratios.put("confirmHotSlotToOwnRow", this.figures.ratio("confirmHotSlot", "ownRow"));
		ratios.put("confirmHotSlotToPlainRow", this.figures.ratio("confirmHotSlot", "plainRow"));
		ratios.put("confirmHttpToPlainRow", this.figures.ratio("confirmHttp", "plainRow"));
		ratios.put("holdP99ToBareP99", this.figures.ratio("hold p99 ms", "bareWebFlux p99 ms"));
		ratios.put("rushToPlain", this.figures.ratio("rush", "plainRush"));
		ratios.put("rushP99ToPlainP99", this.figures.ratio("rush p99 ms", "plainRush p99 ms"));
		return ratios;
	}

	String table() {
		StringBuilder table = new StringBuilder();
		this.figures.spreads().forEach((name, spread) -> line(table, name, spread, "%12.1f"));
		ratios().forEach((name, spread) -> line(table, name, spread, "%12.3f"));
		return table
			.append(String.format(Locale.ROOT, "JDK %s, %d cores, load %.2f before: %s%n", this.machine.jdk(),
					this.machine.cores(), this.machine.load(), this.machine.quiet() ? "quiet" : "NOT quiet"))
			.toString();
	}

	private static void line(StringBuilder table, String name, Figures.Spread spread, String number) {
		table.append(
				String.format(Locale.ROOT, "%-34s " + number + "  (" + number.strip() + " – " + number.strip() + ")%n",
						name, spread.median(), spread.least(), spread.most()));
	}

	String json() {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("machine", this.machine);
		report.put("quiet", this.machine.quiet());
		report.put("size", Map.of("rounds", this.size.rounds(), "phaseSeconds", this.size.phase().toSeconds(),
				"parties", this.size.parties()));
		Map<String, Double> ratios = new LinkedHashMap<>();
		ratios().forEach((name, spread) -> ratios.put(name, spread.median()));
		report.put("ratios", ratios);
		report.put("ratioSpreads", ratios());
		report.put("figures", this.figures.spreads());
		return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(report);
	}

}
