// Makes its tables when it is loaded, so that happens with the first call.
export const detectAll = (...parameters) => require('tinyld').detectAll(...parameters);
