-- How text is made comparable: width and case do not matter, blanks and punctuation part words.
create or replace function plain_words(p_text text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(lower(normalize(coalesce(p_text, ''), NFKC)),
    '[][\s!-/:;<=>?@\\^_`{|}~·、，。！？；：“”‘’（）《》〈〉【】—…-]+', ' ', 'g'))
$$;

-- The characters and pairs of neighbouring characters of a text: what a GIN index can find a two-character Chinese word by.
create or replace function bigrams(p_text text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(w, i, n)), '{}')
    from (select plain_words(p_text) as w) t, generate_series(1, 2) n, generate_series(1, length(w)) i
   where length(substr(w, i, n)) = n and position(' ' in substr(w, i, n)) = 0
$$;

-- What a query needs to find: the pairs of its words; of a word of one character the character itself.
create or replace function query_bigrams(p_query text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct g), '{}')
    from unnest(string_to_array(plain_words(p_query), ' ')) w, unnest(bigrams(w)) g
   where length(g) = least(2, length(w))
$$;

-- Whether seats of the slot are drawn.
create or replace function has_lot(p_slot uuid) returns boolean language sql stable as $$
  select exists (select from slot_pool where slot_id = p_slot and lot_opens_at is not null)
$$;
