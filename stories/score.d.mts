// biome-ignore-all lint/suspicious/noExplicitAny: the stories are plain JSON
export function scoreStory(lib: any, story: any, least?: number): Promise<any>;
export function summarize(results: any[]): any;
export function goldOfPair(story: any, a: any, b: any): any;
export function readStories(paths: string[]): any[];
