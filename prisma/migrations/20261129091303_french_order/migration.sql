-- The order of a French dictionary, as browsers and Node sort: punctuation ignored, numbers by their value.
CREATE COLLATION "french" (provider = icu, locale = 'fr-u-ka-shifted-kn-true');
