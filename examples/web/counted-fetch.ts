/** `fetch` that tells how much has come: the model is large, and on a slow line the page should not look as if it stood still. */
export function countFetched(tell: (loaded: number, total: number) => void): void {
  const plain = globalThis.fetch;
  let [loaded, total] = [0, 0];
  globalThis.fetch = async (...request) => {
    const response = await plain(...request);
    if (response.body === null) return response;
    total += Number(response.headers.get('content-length') ?? 0);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        loaded += chunk.byteLength;
        tell(loaded, total);
        out.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), response);
  };
}
