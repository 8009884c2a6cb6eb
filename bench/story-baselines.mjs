/** Aligners of the literature to compare with, each as `alignDocuments` with beads only. */

/** Each sentence with its nearest of the other document, where both choose each other and the cosine is above one threshold. */
export function cosineNeighbours(library, least = 0.35) {
  return {
    alignDocuments: async (documents) => {
      const embedder = await library.createEmbedder();
      const vectors = [];
      for (const { sentences } of documents) vectors.push(await embedder.embed(sentences));
      const size = embedder.dimensions;
      const cosine = (a, i, b, j) => {
        let sum = 0;
        for (let d = 0; d < size; d++) sum += a[i * size + d] * b[j * size + d];
        return sum;
      };
      return alignPairs(documents, (s, t) => {
        const [rows, columns] = [documents[s].sentences.length, documents[t].sentences.length];
        const best = (count, others, value) =>
          Array.from({ length: count }, (_, i) =>
            Array.from({ length: others }, (_, j) => j).reduce((a, b) => (value(i, b) > value(i, a) ? b : a), 0),
          );
        const nearest = best(rows, columns, (i, j) => cosine(vectors[s], i, vectors[t], j));
        const back = best(columns, rows, (j, i) => cosine(vectors[s], i, vectors[t], j));
        return nearest.flatMap((j, i) => {
          const similarity = cosine(vectors[s], i, vectors[t], j);
          return back[j] === i && similarity > least ? [bead([i, i + 1], [j, j + 1], similarity)] : [];
        });
      });
    },
  };
}

// Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, 1993, https://aclanthology.org/J93-1004/
const moves = [
  [1, 1, 0.89],
  [1, 0, 0.00495],
  [0, 1, 0.00495],
  [2, 1, 0.0445],
  [1, 2, 0.0445],
  [2, 2, 0.011],
];
const variance = 6.8;

/** In order, by the lengths of sentences alone, in UTF-8 bytes scaled to equal length. */
export function galeChurch() {
  const encoder = new TextEncoder();
  return {
    alignDocuments: async (documents) => {
      const lengths = documents.map(({ sentences }) => sentences.map((text) => encoder.encode(text).length));
      const total = (list) => list.reduce((sum, length) => sum + length, 0);
      return alignPairs(documents, (s, t) => {
        const ratio = total(lengths[t]) / total(lengths[s]);
        return byLengths(
          lengths[s].map((length) => length * ratio),
          lengths[t],
        );
      });
    },
  };
}

function byLengths(source, target) {
  const width = target.length + 1;
  const costs = new Float64Array((source.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const from = new Array(costs.length);
  costs[0] = 0;
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      for (const [a, b, prior] of moves) {
        if (i < a || j < b) continue;
        const [x, y] = [source.slice(i - a, i), target.slice(j - b, j)].map((list) => list.reduce((sum, length) => sum + length, 0));
        const cost =
          costs[(i - a) * width + j - b] -
          Math.log(prior) -
          Math.log(Math.max(tail((y - x) / Math.sqrt(variance * Math.max(1, (x + y) / 2))), 1e-300));
        if (cost < costs[i * width + j]) {
          costs[i * width + j] = cost;
          from[i * width + j] = [a, b];
        }
      }
    }
  }
  const beads = [];
  for (let i = source.length, j = target.length; i > 0 || j > 0; ) {
    const [a, b] = from[i * width + j];
    if (a > 0 && b > 0) beads.push(bead([i - a, i], [j - b, j], 0));
    i -= a;
    j -= b;
  }
  return beads.reverse();
}

/** Both tails of the normal distribution beyond `z` (Abramowitz and Stegun 26.2.17). */
function tail(z) {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return 2 * density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
}

function bead(source, target, similarity) {
  return { source, target, similarity, confidence: 1 };
}

function alignPairs(documents, beadsOf) {
  const pairs = [];
  for (let s = 0; s < documents.length; s++)
    for (let t = s + 1; t < documents.length; t++)
      pairs.push({ source: documents[s].id, target: documents[t].id, relation: 'comparable', relationConfidence: 1, beads: beadsOf(s, t) });
  return { documents: documents.map(({ id }) => ({ id, sentences: [] })), pairs, names: [], findings: [], lineage: [] };
}
