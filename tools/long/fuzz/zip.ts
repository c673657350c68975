/** The smallest zip file that holds some parts, so that what is inside can be changed and packed again. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A part to be packed. */
export interface ZipPart {
  readonly name: string
  readonly text: string
}

interface Packed {
  readonly name: Buffer
  readonly body: Buffer
  readonly size: number
  readonly crc: number
  readonly method: 0 | 8
}

function pack({ name, text }: ZipPart, deflated: boolean): Packed {
  const plain = Buffer.from(text, 'utf8')
  return {
    name: Buffer.from(name, 'utf8'),
    body: deflated ? deflateRawSync(plain) : plain,
    size: plain.length,
    crc: crc32(plain),
    method: deflated ? 8 : 0,
  }
}

/** What a local header and an entry of the directory have in common (APPNOTE 4.3.7, 4.3.12). */
function common({ name, body, size, crc, method }: Packed): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(body.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const signature = (text: string, ...more: readonly number[]) =>
  Buffer.from([0x50, 0x4b, ...Buffer.from(text, 'latin1'), ...more])

/** A zip file of these parts. */
export function zipOf(parts: readonly ZipPart[], deflated: boolean): Uint8Array {
  const files: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const packed of parts.map((part) => pack(part, deflated))) {
    const fields = common(packed)
    const file = Buffer.concat([signature('\u0003\u0004'), fields, packed.name, packed.body])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([signature('\u0001\u0002', 20, 0), fields, rest, packed.name]))
    files.push(file)
    at += file.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...files, directory, signature('\u0005\u0006'), end]))
}
