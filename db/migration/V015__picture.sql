-- What was uploaded, drawn anew in each width that pages show. The same file is kept once.
create table picture (
  hash  text not null,
  width int not null,
  jpeg  bytea not null,
  primary key (hash, width)
);
