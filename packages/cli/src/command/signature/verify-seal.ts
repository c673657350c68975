import {
  type Check,
  canonicalJson,
  failed,
  InputError,
  type Language,
  parseCivilDate,
  passed,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { type DaySeal, type SealProof, type SealVerifier, sealVerifier } from '@tiemchung/signing'
import { errorCatalogue } from '../../errors.js'
import { codeOf, type ExitCode, worst } from '../../exit-code.js'
import { optionOf, type Where } from '../../input.js'
import type { Io } from '../../io.js'
import { onlyOneStdin } from '../x509/read-files.js'
import { documentsOf, isObject, type Loose } from './documents.js'
import { type AnyReport, showReport } from './print.js'
import { otherKind, readProofs, readRecords, sealIn } from './read-seal.js'
import { filesOfTerms, type TermOptions, termsOf } from './terms.js'

/** The options of `verify seal`. */
export interface VerifySealCommand extends TermOptions {
  readonly record: readonly string[]
  readonly proof: readonly string[]
  /** Which facility and day the seal is to be of. */
  readonly facility?: string
  readonly day?: string
  readonly json?: boolean
}

/** A seal, and what is said to be under it. */
interface Given {
  readonly seal: DaySeal
  readonly records: readonly {
    readonly record: DoseRecord
    readonly proof: SealProof
    /** Of a record that travels in an envelope. */
    readonly envelope?: Check
  }[]
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text
  } catch {
    return false
  }
}

/** Whether an envelope has its record in the one text that was sealed, and names it. */
function checkEnvelope({ record, recordId, facility }: Loose, parsed: unknown): Check {
  const id = 'record.envelope'
  if (!isCanonical(String(record), parsed)) return failed(id, 'payload-not-canonical')
  const { id: own, dose } = isObject(parsed) ? parsed : ({} as Loose)
  const place = isObject(dose) ? dose['facility'] : undefined
  return own === recordId && place === facility ? passed(id) : failed(id, 'envelope')
}

/** A record that travels with its proof and its seal. */
function sealedRecordIn(document: unknown, where: Where): Given | undefined {
  if (!isObject(document) || document['format'] !== 'sealed-record/1') return undefined
  const { record, proof, seal } = document
  if (typeof record !== 'string') throw otherKind(where)
  let parsed: unknown
  try {
    parsed = JSON.parse(record)
  } catch {
    throw otherKind(where)
  }
  const envelope = checkEnvelope(document, parsed)
  const one = { record: parsed as DoseRecord, proof: proof as SealProof, envelope }
  return { seal: sealIn(seal, where), records: [one] }
}

/** Records by the proof that names them; one that no proof names has none, which the report says. */
async function recordsOf(io: Io, { record, proof }: VerifySealCommand): Promise<Given['records']> {
  if (record.length > 0 !== proof.length > 0) {
    const path = [record.length > 0 ? '--proof' : '--record']
    throw new InputError(errorCatalogue, 'cli.use', { path })
  }
  const proofs = await readProofs(io, proof, ['--proof'])
  const byId = new Map(proofs.map((one) => [one.recordId as string, one]))
  const records = await readRecords(io, record, ['--record'])
  return records.map((one) => {
    const id = isObject(one) ? one.id : ''
    return { record: one, proof: byId.get(id) as SealProof }
  })
}

async function givenOf(
  io: Io,
  path: string,
  command: VerifySealCommand,
): Promise<readonly Given[]> {
  const where = ['seal']
  const documents = await documentsOf(io, path, where)
  const records = await recordsOf(io, command)
  // Proofs name one seal: beside several it would not be said which.
  if (records.length > 0 && documents.length > 1) throw otherKind(where)
  return documents.map((document, index) => {
    const place = [...where, index + 1]
    return sealedRecordIn(document, place) ?? { seal: sealIn(document, place), records }
  })
}

/** Whether a seal is of the facility and the day that the options name. */
function askedChecks(
  content: { readonly facility: string; readonly date: string } | undefined,
  { facility, day }: VerifySealCommand,
): readonly Check[] {
  const check = (id: string, wanted: string | undefined, found: string | undefined) => {
    if (wanted === undefined) return []
    if (content === undefined) return [unknown(id, 'not-reached')]
    return [found === wanted ? passed(id) : failed(id, 'differs')]
  }
  const asked = day === undefined ? undefined : optionOf('--day', day, parseCivilDate)
  return [
    ...check('asked.facility', facility, content?.facility),
    ...check('asked.day', asked, content?.date),
  ]
}

async function sealReport(
  verifier: SealVerifier,
  { seal }: Given,
  command: VerifySealCommand,
): Promise<AnyReport> {
  const { verdict, checks, signer, content } = await verifier.seal(seal)
  const asked = askedChecks(content, command)
  const all: readonly Check[] = [...checks, ...asked]
  const worse =
    verdict === 'valid'
      ? verdictOf(
          all,
          asked.map(({ id }) => id),
        )
      : undefined
  // What failed of the options counts also where the seal itself is open.
  const final = asked.some(({ status }) => status === 'failed') ? 'invalid' : (worse ?? verdict)
  return { verdict: final, checks: all, ...(signer && { signer }), ...(content && { content }) }
}

async function reportsOn(
  verifier: SealVerifier,
  given: Given,
  command: VerifySealCommand,
): Promise<readonly AnyReport[]> {
  const seal = await sealReport(verifier, given, command)
  const reports = [{ ...seal, kind: 'seal' as const }]
  const own = new Set(seal.checks.map(({ id }) => id))
  const records: AnyReport[] = []
  for (const { record, proof, envelope } of given.records) {
    const judged = await verifier.record(record, proof, given.seal)
    const recordId = isObject(record) ? record.id : undefined
    // The seal's own checks stand once, with the seal.
    const others = judged.checks.filter(({ id }) => !own.has(id))
    const checks = envelope === undefined ? others : [envelope, ...others]
    const verdict = envelope?.status === 'failed' ? 'invalid' : judged.verdict
    records.push({ kind: 'record', verdict, checks, recordId })
  }
  return [...reports, ...records]
}

/**
 * Verifies day seals, and records under them with their proofs. Nothing is fetched. A file of records that travel with proof and seal
 * is read as well.
 */
export async function verifySeal(
  io: Io,
  path: string,
  command: VerifySealCommand,
  language: Language,
): Promise<ExitCode> {
  onlyOneStdin([path, ...command.record, ...command.proof, ...filesOfTerms(command)])
  // An option that cannot be read is said before any file is.
  askedChecks(undefined, command)
  const verifier = sealVerifier(await termsOf(io, command))
  const codes: ExitCode[] = []
  for (const given of await givenOf(io, path, command)) {
    for (const report of await reportsOn(verifier, given, command)) {
      showReport(io, report, { language, json: command.json === true })
      codes.push(codeOf(report.verdict))
    }
  }
  return worst(codes)
}
