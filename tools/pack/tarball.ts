/** Reads the files of an npm tarball, in memory. */
import { gunzipSync } from 'node:zlib'

const block = 512

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.subarray(0, end === -1 ? length : end).toString('utf8')
}

/** The path that an extended (pax) header gives to the file after it. */
function paxPath(record: string): string | undefined {
  return /^\d+ path=(.*)$/m.exec(record)?.[1]
}

/** Path inside the package, without the leading `package/` → contents. */
export function filesOfTarball(tarball: Uint8Array): Map<string, Buffer> {
  const tar = gunzipSync(tarball)
  const files = new Map<string, Buffer>()
  let longPath: string | undefined
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + block)
    const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8)
    const kind = textAt(header, 156, 1)
    const body = tar.subarray(at + block, at + block + size)
    const prefix = textAt(header, 345, 155)
    const short = `${prefix === '' ? '' : `${prefix}/`}${textAt(header, 0, 100)}`
    if (kind === 'x') {
      longPath = paxPath(body.toString('utf8'))
    } else {
      const path = longPath ?? short
      if (kind === '0' || kind === '') files.set(path.replace(/^package\//, ''), body)
      longPath = undefined
    }
    at += block + Math.ceil(size / block) * block
  }
  return files
}
