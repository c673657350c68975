/** What an input is, told by its first bytes. */
import { concatBytes } from '@tiemchung/core'

/** A picture, a PDF, or text. */
export type Kind = 'picture' | 'pdf' | 'text'

const marks: readonly (readonly [Kind, readonly number[]])[] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** Undefined while more bytes are needed to tell. */
function kindOf(head: Uint8Array): Kind | undefined {
  const begun = marks.filter(([, mark]) =>
    mark.every((byte, index) => head[index] === undefined || head[index] === byte),
  )
  const whole = begun.find(([, mark]) => head.length >= mark.length)
  if (whole !== undefined) return whole[0]
  return begun.length === 0 ? 'text' : undefined
}

/** The kind of some bytes, and all of them again. No more is read than it takes: a line is not kept waiting. */
export async function sniff(chunks: AsyncGenerator<Uint8Array>): Promise<{
  readonly kind: Kind
  readonly all: AsyncGenerator<Uint8Array>
}> {
  let head: Uint8Array = new Uint8Array()
  while (kindOf(head) === undefined) {
    const next = await chunks.next()
    if (next.done === true) break
    head = concatBytes(head, next.value)
  }
  const all = async function* () {
    yield head
    yield* chunks
  }
  return { kind: kindOf(head) ?? 'text', all: all() }
}
