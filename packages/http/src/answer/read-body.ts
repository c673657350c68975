/** All chunks, one behind the other. Not by spreading them, as a slow server may send one for each byte. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

/** The body of an answer, or undefined when it is longer than the limit; then no more of it is read. */
export async function readBody(response: Response, limit: number): Promise<Uint8Array | undefined> {
  // Null when there is no body, and absent where a host has no streams.
  const stream = response.body as ReadableStream<unknown> | null | undefined
  if (!stream) {
    const whole = new Uint8Array(await response.arrayBuffer())
    return whole.length > limit ? undefined : whole
  }
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(chunks, length)
    if (!(value instanceof Uint8Array)) throw new TypeError('a body is bytes')
    length += value.length
    if (length > limit) {
      reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
}
