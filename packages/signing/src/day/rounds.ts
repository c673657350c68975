/** What a journal says, put together. */
import { SigningError, type Uuid } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { isSigningEntry } from './is-entry.js'
import type { PreparedRecord, PreparedSeal, SigningEntry, SigningJournal } from './journal.js'

/** Entries of one kind. */
export type EntryOf<Kind extends SigningEntry['kind']> = Extract<SigningEntry, { kind: Kind }>

/** A request and how it stands: `open` while it is not known what became of it. */
export interface Request {
  readonly id: Uuid
  readonly ids: readonly Uuid[]
  isOpen: boolean
}

/** A round and how far it has come. */
export interface Round {
  readonly opened: EntryOf<'opened'>
  readonly prepared: Map<string, PreparedRecord>
  readonly requests: Map<string, Request>
  /** By the id of the record; of a seal, under the id of the round. */
  readonly signatures: Map<string, string>
  readonly dropped: Set<string>
  seal?: PreparedSeal
}

/** After these a provider has done away with the request: what is asked again is another one. */
const gone: ReadonlySet<string> = new Set(['signing.rejected', 'signing.expired', 'signing.key'])

/** A round that has just been opened. */
export function newRound(opened: EntryOf<'opened'>): Round {
  return {
    opened,
    prepared: new Map(),
    requests: new Map(),
    signatures: new Map(),
    dropped: new Set(),
  }
}

/** Whether a round signed a record that was not dropped: what came for a dropped one is never handed out. */
export function hasSigned(
  { opened, prepared, seal, signatures, dropped }: Round,
  id: string,
): boolean {
  if (!prepared.has(id) || dropped.has(id)) return false
  return signatures.has(seal === undefined ? id : opened.round)
}

function noteSigned(round: Round, { request, signatures }: EntryOf<'signed'>): void {
  const asked = round.requests.get(request)
  if (asked === undefined) return
  asked.isOpen = false
  const names = round.seal === undefined ? asked.ids : [round.opened.round]
  for (const [at, name] of names.entries()) {
    const signature = signatures[at]
    if (typeof signature === 'string') round.signatures.set(name, signature)
  }
}

/** Notes an entry in its round. */
export function note(round: Round, entry: Exclude<SigningEntry, { kind: 'opened' }>): void {
  switch (entry.kind) {
    case 'prepared':
      for (const record of entry.records) round.prepared.set(record.id, record)
      if (entry.seal !== undefined) round.seal = entry.seal
      break
    case 'asked':
      round.requests.set(entry.request, { id: entry.request, ids: entry.ids, isOpen: true })
      break
    case 'signed':
      noteSigned(round, entry)
      break
    case 'failed': {
      const asked = round.requests.get(entry.request)
      if (asked !== undefined && gone.has(entry.code)) asked.isOpen = false
      break
    }
    case 'dropped':
      for (const id of entry.ids) round.dropped.add(id)
  }
}

/**
 * The rounds of a journal, in their order.
 *
 * @throws SigningError `signing.journal` when something is no entry, or belongs to no round
 */
export async function readRounds(journal: SigningJournal): Promise<Round[]> {
  const rounds: Round[] = []
  for (const entry of await journal.read()) {
    if (!isSigningEntry(entry)) throw new SigningError(errorCatalogue, 'signing.journal')
    if (entry.kind === 'opened') {
      rounds.push(newRound(entry))
      continue
    }
    const round = rounds.find(({ opened }) => opened.round === entry.round)
    if (round === undefined) throw new SigningError(errorCatalogue, 'signing.journal')
    note(round, entry)
  }
  return rounds
}
