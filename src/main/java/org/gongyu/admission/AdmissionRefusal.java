package org.gongyu.admission;

import java.util.Map;

import org.gongyu.platform.Refusal;

/**
 * Why somebody has to stand in line, or does not.
 */
public sealed interface AdmissionRefusal extends Refusal {

	/**
	 * More people come than can be served: this is one's place.
	 */
	record InLine(Place place) implements AdmissionRefusal {

		@Override
		public String code() {
			return "IN_LINE";
		}

		@Override
		public int status() {
			return 429;
		}

		@Override
		public int retryAfterSeconds() {
			Long again = this.place.againMillis();
			return (again == null) ? 0 : (int) (again / 1000) + 1;
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("place", this.place);
		}

		@Override
		public boolean isPersonal() {
			return true;
		}

	}

	/**
	 * The ticket is forged, or another account's.
	 */
	record NoSuchTicket() implements AdmissionRefusal {

		@Override
		public String code() {
			return "NO_SUCH_TICKET";
		}

		@Override
		public int status() {
			return 404;
		}

	}

}
