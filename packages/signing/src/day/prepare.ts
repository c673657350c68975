/** Making a round ready: everything that is hashed or written is hashed and written here, once. */
import {
  canonicalJson,
  civilDateAt,
  formatInstant,
  fromBase64Url,
  fromHex,
  fromUtf8,
  parseInstant,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from '@tiemchung/core'
import { type HashName, isPending, schemeOf, type Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'

import { writeHeader } from '../jws/protected-header.js'
import { sealContent } from '../seal/seal-content.js'
import { rootOf, sealTree } from '../seal/seal-tree.js'
import { type DayDesk, inputOf, keep } from './day-desk.js'
import type { PreparedRecord, PreparedSeal } from './journal.js'
import { newRound, type Round } from './rounds.js'

/** The hash that a signer's digests are made with; Ed25519 takes no digest, and its input is only named by one. */
function hashName({ algorithm }: Signer): HashName {
  const scheme = schemeOf[algorithm]
  return 'hash' in scheme ? scheme.hash : 'SHA-256'
}

async function digest({ crypto }: DayDesk, hash: HashName, text: string): Promise<Uint8Array> {
  const made = crypto.digest(hash, utf8(text))
  return isPending(made) ? await made : made
}

/** Whether a round can go on: the same day, mode and certificate, and a claimed time of today. */
export function canGoOn({ opened }: Round, { mode, place, signer, at }: DayDesk): boolean {
  const isSame =
    opened.mode === mode && opened.facility === place.facility && opened.date === place.date
  if (!isSame || civilDateAt(parseInstant(opened.at)) !== civilDateAt(at)) return false
  const { alg, x5c } = JSON.parse(fromUtf8(fromBase64Url(opened.head))) as {
    readonly alg?: unknown
    readonly x5c?: readonly unknown[]
  }
  const [own] = signer.chain
  return alg === signer.algorithm && own !== undefined && x5c?.[0] === toBase64(own)
}

/** Opens a round in the journal. @throws as `writeHeader` does */
export async function openRound(desk: DayDesk): Promise<Round> {
  const { mode, place, signer, at, crypto } = desk
  const typ = mode === 'seal' ? 'day-seal+jws' : 'dose-record+jws'
  const header = await writeHeader(signer, typ, at, crypto)
  const opened = {
    kind: 'opened',
    round: desk.newId(),
    mode,
    facility: place.facility,
    date: place.date,
    at: formatInstant(at),
    head: toBase64Url(utf8(canonicalJson(header))),
  } as const
  await desk.journal.append(opened)
  return newRound(opened)
}

/** A record whose canonical JSON was written. */
export interface WrittenRecord {
  readonly record: DoseRecord
  readonly text: string
}

async function preparedRecord(
  desk: DayDesk,
  round: Round,
  { record, text }: WrittenRecord,
): Promise<PreparedRecord> {
  const hash = toHex(await digest(desk, 'SHA-256', text))
  if (desk.mode === 'seal') return { id: record.id, hash, text }
  const input = await digest(desk, hashName(desk.signer), inputOf(round, text))
  return { id: record.id, hash, text, input: toHex(input) }
}

async function preparedSeal(
  desk: DayDesk,
  round: Round,
  records: readonly PreparedRecord[],
): Promise<PreparedSeal> {
  const hashes = records.map(({ hash }) => fromHex(hash))
  const tree = await sealTree(hashes, desk.crypto)
  const shape = { size: records.length, root: rootOf(tree) }
  const content = canonicalJson(await sealContent(desk.place, shape, desk.crypto))
  const input = await digest(desk, hashName(desk.signer), inputOf(round, content))
  return { content, input: toHex(input), tree }
}

/** Makes records ready in a round, and their seal. */
export async function prepare(
  desk: DayDesk,
  round: Round,
  written: readonly WrittenRecord[],
): Promise<void> {
  const records: PreparedRecord[] = []
  for (const one of written) records.push(await preparedRecord(desk, round, one))
  const seal = desk.mode === 'seal' ? { seal: await preparedSeal(desk, round, records) } : {}
  await keep(desk, round, { kind: 'prepared', round: round.opened.round, records, ...seal })
  desk.onEvent({ kind: 'prepared', records: records.length })
}
