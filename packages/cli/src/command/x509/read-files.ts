/** Files of X.509 data: PEM with several blocks, or DER. No error repeats what a file says. */
import {
  errorCatalogue as coreCatalogue,
  fromPem,
  fromUtf8,
  InputError,
  isSdkError,
  ParseError,
  type SdkError,
} from '@tiemchung/core'
import { errorCatalogue as x509Catalogue } from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'
import { bytesOf, type Where } from '../../input.js'
import type { Io } from '../../io.js'

/** What a file may hold. */
export type FileKind = 'certificate' | 'crl' | 'ocsp' | 'timestamp'

/** One thing in a file. Of DER it is not said what it is. */
export interface Block {
  readonly kind: FileKind | undefined
  readonly der: Uint8Array
}

/** PEM labels (RFC 7468); those of OCSP responses and tokens are custom. */
const kinds: ReadonlyMap<string, FileKind> = new Map([
  ['CERTIFICATE', 'certificate'],
  ['X509 CRL', 'crl'],
  ['OCSP RESPONSE', 'ocsp'],
  ['CMS', 'timestamp'],
  ['PKCS7', 'timestamp'],
])

/**
 * Whether a file begins as everything in DER does that is read here: a SEQUENCE with a long length, or a short one
 * that it ends with. The digit 0 of a text has the same octet.
 */
function isDer(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes
  return tag === 0x30 && (length >= 0x80 || bytes.length === length + 2)
}

/** An error of a reader, with the place of the file in front of its own. */
function located(error: SdkError, where: Where): ParseError {
  const catalogue = { ...coreCatalogue, ...x509Catalogue }
  return new ParseError(catalogue, error.code, { path: [...where, ...error.path], cause: error })
}

/**
 * What a reader gives.
 *
 * @throws ParseError with the code of the reader and the place of the file
 */
export function readAt<Value>(where: Where, read: () => Value): Value {
  try {
    return read()
  } catch (caught) {
    throw isSdkError(caught) ? located(caught, where) : caught
  }
}

function textOf(bytes: Uint8Array, where: Where): string {
  const [first = 0, second = 0] = bytes
  // A byte-order mark of UTF-16, as a redirect of an old PowerShell writes it.
  if (first + second === 0xff + 0xfe) {
    throw new ParseError(errorCatalogue, 'cli.not-utf8', { path: where })
  }
  try {
    return fromUtf8(bytes)
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.x509-kind', { path: where, cause })
  }
}

/** The blocks of a PEM text whose labels are known, in their order; private keys are not looked at. */
function pemBlocks(text: string, where: Where): readonly Block[] {
  const begins = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)]
  const head = text.slice(0, begins[0]?.index)
  // The end of a block without its beginning: the file was cut.
  if (head.includes('-----END ')) readAt(where, () => fromPem(head, 'CERTIFICATE'))
  return begins.flatMap((begin, index) => {
    const label = begin[1] ?? ''
    const kind = kinds.get(label)
    if (kind === undefined) return []
    const block = text.slice(begin.index, begins[index + 1]?.index)
    return readAt(where, () => fromPem(block, label)).map((der) => ({ kind, der }))
  })
}

/**
 * What a file holds, in its order.
 *
 * @throws ParseError `cli.file`, `cli.empty`, `cli.not-utf8`, `cli.x509-kind`, `parse.pem`
 */
export async function blocksOf(io: Io, path: string, where: Where): Promise<readonly Block[]> {
  const bytes = await bytesOf(io, path, where)
  if (isDer(bytes)) return [{ kind: undefined, der: bytes }]
  const text = bytes.length === 0 ? '' : textOf(bytes, where)
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    throw new ParseError(errorCatalogue, 'cli.empty', { path: where })
  }
  const blocks = pemBlocks(text, where)
  if (blocks.length > 0) return blocks
  throw new ParseError(errorCatalogue, 'cli.x509-kind', { path: where })
}

/**
 * Everything of one kind in a file, in DER, unread.
 *
 * @throws ParseError those of `blocksOf`; `cli.x509-kind` also when everything is of another kind
 */
export async function dersOf(
  io: Io,
  path: string,
  where: Where,
  kind: FileKind,
): Promise<readonly Uint8Array[]> {
  const blocks = await blocksOf(io, path, where)
  const wanted = blocks.filter((one) => one.kind === undefined || one.kind === kind)
  if (wanted.length === 0) throw new ParseError(errorCatalogue, 'cli.x509-kind', { path: where })
  return wanted.map(({ der }) => der)
}

function readableOnes(
  ders: readonly Uint8Array[],
  where: Where,
  read: (der: Uint8Array) => unknown,
): readonly Uint8Array[] {
  const errors: SdkError[] = []
  for (const der of ders) {
    try {
      read(der)
      return ders
    } catch (caught) {
      if (!isSdkError(caught)) throw caught
      errors.push(caught)
    }
  }
  throw errors[0] === undefined ? new TypeError('no blocks') : located(errors[0], where)
}

/**
 * Everything of one kind in the files of an option, in DER. What cannot be read beside what can is left for
 * the report to set aside and name.
 *
 * @throws ParseError those of `dersOf`; the reader's when a file holds nothing that can be read
 */
export async function optionDers(
  io: Io,
  option: string,
  paths: readonly string[],
  kind: FileKind,
  read: (der: Uint8Array) => unknown,
): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = []
  for (const [index, path] of paths.entries()) {
    const where = [option, index + 1]
    all.push(...readableOnes(await dersOf(io, path, where, kind), where, read))
  }
  return all
}

/**
 * Refuses a second `-`: standard input can be read once.
 *
 * @throws InputError `cli.use`
 */
export function onlyOneStdin(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length < 2) return
  throw new InputError(errorCatalogue, 'cli.use', { path: ['-'] })
}
