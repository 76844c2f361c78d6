-- One folding of Latin letters, here and in lib/platform/letters: decomposed first, so that « ǽ » and what a Mac writes
-- in two signs are read as « ae »; then what the dictionary of the extension leaves aside.
CREATE OR REPLACE FUNCTION search_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
  AS $$
    SELECT regexp_replace(
      lower(replace(replace(replace(replace(
        translate(
          unaccent('unaccent', normalize(value, NFKD)),
          'ɑⱭɐⱯəƏǝƎɘɡꞬɣƔᵹꝽɪꞮɩƖʝꞲɬꞭƛꟜƞȠɔƆɵƟɒⱰʀƦɹʁʂꟅʃƩƨƧʊƱɯƜʌɅƿǷꟃꟂᶎꟆʒƷ',
          'aaaaeeeeeggggggiiiijjllllnnoooooorrrrssssssuuuuvvwwwwzzzz'),
        'ȣ', 'ou'), 'Ȣ', 'ou'), 'Ƕ', 'hv'), 'ʼ', '''')),
      '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]', '', 'g')
  $$;

REINDEX INDEX "Resource_title_trigrams_idx";
REINDEX INDEX "Resource_title_order_idx";
