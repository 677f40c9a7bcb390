-- Sounds become terms beside all others (server/search/postgres/sound-terms.ts). What was indexed before is carried
-- over; the index is made anew at the end, which is faster than changing it row by row.
DROP INDEX search_documents_terms;

WITH syllables AS MATERIALIZED (
  SELECT entry_id, place, lexeme AS syllable
  FROM search_documents, unnest(sounds), unnest(positions) AS place
  WHERE NOT removed AND lexeme ~ '^[a-z]+$'
), letters AS MATERIALIZED (
  SELECT DISTINCT entry_id, place, left(syllable, 1) AS letter FROM syllables
), pairs AS MATERIALIZED (
  SELECT entry_id, second.place, first.letter || second.letter AS initials
  FROM letters first JOIN letters second USING (entry_id) WHERE second.place = first.place + 1
), found AS (
  SELECT entry_id, E'\x03' || syllable AS term FROM syllables
  UNION
  SELECT entry_id, E'\x03' || first.syllable || ' ' || second.syllable
  FROM syllables first JOIN syllables second USING (entry_id) WHERE second.place = first.place + 1
  UNION
  SELECT entry_id, E'\x02' || initials FROM pairs
  UNION
  SELECT entry_id, E'\x02' || initials || letter
  FROM pairs JOIN letters USING (entry_id) WHERE letters.place = pairs.place + 1
)
UPDATE search_documents d SET terms = d.terms || added.terms
FROM (SELECT entry_id, array_agg(term) AS terms FROM found GROUP BY entry_id) AS added
WHERE d.entry_id = added.entry_id;

ALTER TABLE search_documents DROP COLUMN sounds;

CREATE INDEX search_documents_terms ON search_documents USING gin (owner_id, terms)
  WITH (gin_pending_list_limit = 256) WHERE NOT removed;
