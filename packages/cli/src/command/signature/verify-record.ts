import { fromBase64Url, fromUtf8, type Language } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import {
  type AnySignedRecord,
  type FlattenedJws,
  type VerifyRecordOptions,
  verifyRecord as verifySigned,
} from '@tiemchung/signing'
import { codeOf, type ExitCode, worst } from '../../exit-code.js'
import type { Where } from '../../input.js'
import type { Io } from '../../io.js'
import { onlyOneStdin } from '../x509/read-files.js'
import { documentsIn, documentsOf, isObject, type Loose, textOf } from './documents.js'
import { showReport } from './print.js'
import { otherKind, readRecords } from './read-seal.js'
import { filesOfTerms, type TermOptions, termsOf } from './terms.js'

/** The options of `verify record`. */
export interface VerifyRecordCommand extends TermOptions {
  /** Records that were sent beside detached signatures. */
  readonly record: readonly string[]
  /** Signed records that amendments replace. */
  readonly earlier: readonly string[]
  readonly json?: boolean
}

/** What is inside of a JWS without its envelope, as far as an envelope says it. */
function payloadOf(jws: string | FlattenedJws, beside: readonly DoseRecord[]): unknown {
  const body = typeof jws === 'string' ? jws.split('.')[1] : jws.payload
  // A detached one without an envelope does not say which record it is of.
  if (body === undefined || body === '') return beside[0]
  try {
    return JSON.parse(fromUtf8(fromBase64Url(body)))
  } catch {
    return undefined
  }
}

/** The envelope that a JWS without one would have. */
function enveloped(jws: string | FlattenedJws, beside: readonly DoseRecord[]): AnySignedRecord {
  const payload = payloadOf(jws, beside)
  const { id, dose } = isObject(payload) ? payload : ({} as Loose)
  const facility = isObject(dose) ? dose['facility'] : undefined
  const [recordId, place] = [id, facility].map((one) => (typeof one === 'string' ? one : ''))
  const head = { format: 'signed-record/1', recordId, facility: place }
  return { ...head, jws } as unknown as SignedRecord
}

function signedIn(document: unknown, beside: readonly DoseRecord[], where: Where): AnySignedRecord {
  if (!isObject(document)) throw otherKind(where)
  if ('protected' in document) return enveloped(document as unknown as FlattenedJws, beside)
  if (document['format'] !== 'signed-record/1' || !('jws' in document)) throw otherKind(where)
  return document as unknown as AnySignedRecord
}

const isCompact = (text: string) => /^[\w-]+(?:\.[\w-]*){2,4}$/.test(text)

/** The signed records of a file: envelopes, JWS in JSON, or compact JWS one a line. */
async function signedOf(
  io: Io,
  path: string,
  beside: readonly DoseRecord[],
  where: Where,
): Promise<readonly AnySignedRecord[]> {
  const text = (await textOf(io, path, where)).trim()
  const lines = text.split(/\s+/)
  if (lines.every(isCompact)) return lines.map((jws) => enveloped(jws, beside))
  const documents = documentsIn(text, where)
  return documents.map((one, index) => signedIn(one, beside, [...where, index + 1]))
}

async function earlierOf(io: Io, { earlier }: VerifyRecordCommand) {
  if (earlier.length === 0) return {}
  const all: AnySignedRecord[] = []
  for (const path of earlier) {
    const found = await documentsOf(io, path, ['--earlier'])
    all.push(...found.map((one, index) => signedIn(one, [], ['--earlier', index + 1])))
  }
  return { earlier: all }
}

/** The record that was sent beside a signature: the one of its id, else the only one. */
function besideOf(
  { recordId }: AnySignedRecord,
  beside: readonly DoseRecord[],
): Pick<VerifyRecordOptions, 'record'> {
  const named = beside.find((one) => isObject(one) && one.id === recordId)
  const record = named ?? (beside.length === 1 ? beside[0] : undefined)
  return record === undefined ? {} : { record }
}

/** Verifies signed records: what is said of a record is its id, and never what is in it. Nothing is fetched. */
export async function verifyRecord(
  io: Io,
  path: string,
  command: VerifyRecordCommand,
  language: Language,
): Promise<ExitCode> {
  onlyOneStdin([path, ...command.record, ...command.earlier, ...filesOfTerms(command)])
  const terms = await termsOf(io, command)
  const beside = await readRecords(io, command.record, ['--record'])
  const before = await earlierOf(io, command)
  const codes: ExitCode[] = []
  for (const signed of await signedOf(io, path, beside, ['file'])) {
    const options = { ...terms, ...before, ...besideOf(signed, beside) }
    const { verdict, checks, signer } = await verifySigned(signed, options)
    const { recordId } = signed
    const report = { kind: 'record', verdict, checks, recordId, ...(signer && { signer }) } as const
    showReport(io, report, { language, json: command.json === true })
    codes.push(codeOf(verdict))
  }
  return worst(codes)
}
