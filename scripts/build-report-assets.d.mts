/** The text of `src/report/page-assets.generated.ts`. */
export function buildReportAssets(): Promise<string>;
