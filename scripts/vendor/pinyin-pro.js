// Makes its tables when it is loaded, so that happens with the first call.
export const pinyin = (...parameters) => require('pinyin-pro').pinyin(...parameters);
