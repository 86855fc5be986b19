/** In bytes. What is longer is no manifest, and {@link parseManifest} says so of what is one byte longer. */
const MOST_BYTES = 4_000_000

/** The bytes of a stream, and no more than it takes to see that they are too many: reading stops there. */
export async function readBounded(stream: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    chunks.push(bytes)
    length += bytes.length
    if (length > MOST_BYTES) break
  }
  return Buffer.concat(chunks, Math.min(length, MOST_BYTES + 1))
}
