import { Parser } from 'htmlparser2';

/** The encoding that `<meta charset>` or `<meta http-equiv="Content-Type">` of a page says. */
export function metaCharset(head: string): string | undefined {
  let found: string | undefined;
  const parser = new Parser({
    onopentag(name, { charset, content, 'http-equiv': equivalent }) {
      if (name !== 'meta' || found !== undefined) return;
      found =
        charset ?? (equivalent?.toLowerCase() === 'content-type' ? /charset\s*=\s*["']?([^\s"';]+)/i.exec(content ?? '')?.[1] : undefined);
    },
  });
  parser.end(head);
  return found;
}
