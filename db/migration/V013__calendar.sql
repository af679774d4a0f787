-- Days that differ from their weekday: off on a weekday, or worked on a weekend (调休), as a year's notice says. A notice may
-- also speak of the end of the year before; plain weekends are not listed.
create table holiday (
  day    date primary key,
  name   text not null,
  off    boolean not null,
  notice int not null
);
create index holiday_notice on holiday (notice);
