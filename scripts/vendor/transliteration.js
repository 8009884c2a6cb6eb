// Makes its tables when it is loaded, so that happens with the first call.
export const transliterate = (...parameters) => require('transliteration').transliterate(...parameters);
