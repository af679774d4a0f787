package org.gongyu.booking;

import org.mapstruct.Mapper;

/**
 * Bookings to what is shown of them.
 */
@Mapper
interface BookingMapper {

	BookingView view(Booking booking);

}
