package org.gongyu.venue;

import java.util.List;

/**
 * What became of a file's rows.
 *
 * @param drafts all rows, in the order of the file
 * @param venues the venues that the accepted ones describe
 * @param imported how many of them were added
 */
record VenueImportResult(ImportTable table, VenueColumns columns, List<VenueDraft> drafts, List<Venue> venues,
		int imported) {

	VenueImportResult committed() {
		return new VenueImportResult(this.table, this.columns, this.drafts, this.venues, this.venues.size());
	}

}
