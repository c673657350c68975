import { isSdkError, type Language, ParseError, type SdkError } from '@tiemchung/core'
import {
  readCertificate,
  readCrl,
  readOcspResponse,
  readTimestampResponse,
  readTimestampToken,
} from '@tiemchung/x509'
import { verifyCrl } from '@tiemchung/x509/crl'
import { errorCatalogue } from '../../errors.js'
import { type ExitCode, worst } from '../../exit-code.js'
import type { Io } from '../../io.js'
import { sayError } from '../../say-error.js'
import {
  certificateFields,
  crlFields,
  type Fields,
  ocspFields,
  stampResponseFields,
  tokenFields,
} from './describe.js'
import { kindWords } from './field-words.js'
import { sayFields } from './print.js'
import { type Block, blocksOf, type FileKind, readAt } from './read-files.js'

/** The options of `x509 show`. */
export interface X509ShowCommand {
  readonly json?: boolean
}

type Kind = keyof typeof kindWords

/** What a block is, and its fields. */
interface Described {
  readonly kind: Kind
  readonly fields: Fields
}

type Reader = (der: Uint8Array, at: Date) => Fields | Promise<Fields>

async function shownCrl(der: Uint8Array, at: Date): Promise<Fields> {
  const list = readCrl(der)
  const { entries } = await verifyCrl({ crl: der, at })
  return crlFields(list, der, entries)
}

function shownResponse(der: Uint8Array): Fields {
  const response = readTimestampResponse(der)
  const { token } = response
  const own = stampResponseFields(response)
  return token === undefined ? own : { ...own, ...tokenFields(readTimestampToken(token)) }
}

const readers: Readonly<Record<Kind, Reader>> = {
  certificate: (der) => certificateFields(readCertificate(der)),
  crl: shownCrl,
  ocsp: (der) => ocspFields(readOcspResponse(der), der),
  'timestamp-token': (der) => tokenFields(readTimestampToken(der)),
  'timestamp-response': shownResponse,
}

/** Where the content of the element at a position begins. */
function contentAt(der: Uint8Array, at: number): number {
  const length = der[at + 1] ?? 0
  return at + 2 + (length < 0x80 ? 0 : length & 0x7f)
}

const byLabel: Readonly<Record<FileKind, readonly Kind[]>> = {
  certificate: ['certificate'],
  crl: ['crl'],
  ocsp: ['ocsp'],
  timestamp: ['timestamp-token'],
}

/** What a block may be, by its label or by the tags at its beginning. */
function candidatesOf({ kind, der }: Block): readonly Kind[] {
  if (kind !== undefined) return byLabel[kind]
  const first = contentAt(der, 0)
  if (der[first] === 0x0a) return ['ocsp']
  if (der[first] === 0x06) return ['timestamp-token']
  // A certificate of version 2 or 3 begins with its version in a tag of its own.
  if (der[contentAt(der, first)] === 0xa0) return ['certificate']
  return ['crl', 'timestamp-response', 'certificate']
}

/** The fields of a block as the first reader that takes it; else why the likeliest did not. */
async function describe(block: Block, at: Date, number: number): Promise<Described> {
  const errors: SdkError[] = []
  const candidates = candidatesOf(block)
  for (const kind of candidates) {
    try {
      return { kind, fields: await readers[kind](block.der, at) }
    } catch (caught) {
      if (!isSdkError(caught)) throw caught
      errors.push(caught)
    }
  }
  const where = ['input', number]
  const [cause] = errors
  if (cause !== undefined && candidates.length === 1) {
    return readAt(where, () => {
      throw cause
    })
  }
  throw new ParseError(errorCatalogue, 'cli.x509-kind', { path: where, cause })
}

const established: Readonly<Record<Language, string>> = {
  vi: 'Chưa kiểm tra điều gì: đây chỉ là lời của tệp, không chứng minh được gì.',
  en: 'Nothing was checked: this is what the file says of itself, and establishes nothing.',
}

/**
 * Shows what a file says of itself, block by block: certificates, lists, OCSP responses, timestamps. Nothing
 * is judged, and it says so. A block that cannot be read does not keep the others from being shown.
 */
export async function x509Show(
  io: Io,
  path: string,
  { json }: X509ShowCommand,
  language: Language,
): Promise<ExitCode> {
  const blocks = await blocksOf(io, path, ['input'])
  const codes: ExitCode[] = []
  for (const [index, block] of blocks.entries()) {
    try {
      const { kind, fields } = await describe(block, io.clock.now(), index + 1)
      if (json === true) {
        io.out(JSON.stringify({ input: index + 1, kind, established: 'nothing', ...fields }))
      } else {
        io.out(`${index + 1} ${kindWords[kind][language]}`)
        sayFields(io, fields, language)
      }
    } catch (caught) {
      if (!isSdkError(caught)) throw caught
      sayError(io, caught, language)
      codes.push(65)
    }
  }
  if (json !== true && codes.length < blocks.length) io.out(established[language])
  return worst(codes)
}
