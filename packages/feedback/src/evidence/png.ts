/** PNG files (ISO/IEC 15948) as far as their chunks. */

interface Chunk {
  readonly type: string
  readonly start: number
  readonly end: number
}

const signatureLength = 8
/** More chunks than a picture of 8 MB has in pieces of 4 kB. */
const mostChunks = 8192

/** Chunks that a viewer needs; the others may say where and by whom a picture was taken. */
const needed: ReadonlySet<string> = new Set([
  ...[
    'IHDR',
    'PLTE',
    'IDAT',
    'IEND',
    'tRNS',
    'gAMA',
    'cHRM',
    'sRGB',
    'iCCP',
    'sBIT',
    'bKGD',
    'pHYs',
  ],
])

/** The chunks of a file up to IEND, or undefined where they do not join up. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let start = signatureLength; start + 12 <= bytes.length && chunks.length < mostChunks; ) {
    const end = start + 12 + view.getUint32(start)
    if (end > bytes.length) return undefined
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8))
    chunks.push({ type, start, end })
    if (type === 'IEND') return isWhole(chunks) ? chunks : undefined
    start = end
  }
  return undefined
}

const isWhole = (chunks: readonly Chunk[]): boolean =>
  chunks[0]?.type === 'IHDR' && chunks.some(({ type }) => type === 'IDAT')

/** Pieces of a clean copy; undefined where the file is not whole. */
export function cleanPng(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const chunks = chunksOf(bytes)?.filter(({ type }) => needed.has(type))
  if (chunks === undefined) return undefined
  const pieces = chunks.map(({ start, end }) => bytes.subarray(start, end))
  return [bytes.subarray(0, signatureLength), ...pieces]
}

/** Whether a file is whole and holds nothing but the picture. */
export function isCleanPng(bytes: Uint8Array): boolean {
  const chunks = chunksOf(bytes)
  return chunks?.at(-1)?.end === bytes.length && chunks.every(({ type }) => needed.has(type))
}
