/** Language tags (BCP 47, RFC 5646), in the various spellings of files: `en_us`, `EN-US`, `zh_TW.UTF-8`. */

/** A tag in the form that the standard recommends, `en-US`; `undefined` for an invalid tag. Deprecated tags are kept: `iw` stays `iw`. */
export function canonicalTag(tag: string): string | undefined {
  const parts = tag
    .trim()
    .replace(/[.@].*$/, '')
    .toLowerCase()
    .split(/[-_]/);
  if (!/^(?:[a-z]{2,3}|[xi])$/.test(parts[0]!) || !parts.every((part) => /^[a-z\d]{1,8}$/.test(part))) return undefined;
  if (parts[0]!.length === 1 && parts.length === 1) return undefined;
  const extension = parts.findIndex((part) => part.length === 1);
  return parts
    .map((part, i) => {
      if (i === 0 || (extension >= 0 && i >= extension) || !/^(?:[a-z]{2}|[a-z]{4})$/.test(part)) return part;
      return part.length === 2 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1);
    })
    .join('-');
}

/** The tag to write into a file that accepts only valid tags. */
export function writableTag(language: string): string {
  return canonicalTag(language) ?? 'und';
}

/** The language of a tag without script and region. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]!;
}

/** The language of a list that a tag refers to: the same tag, else the only one with the same base language. */
export function findLanguage(wanted: string | undefined, among: readonly string[]): string | undefined {
  if (wanted === undefined) return undefined;
  const tag = canonicalTag(wanted) ?? wanted;
  if (among.includes(tag)) return tag;
  const alike = among.filter((language) => baseLanguage(language) === baseLanguage(tag));
  return alike.length === 1 ? alike[0] : undefined;
}
