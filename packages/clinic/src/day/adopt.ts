import { formatInstant, InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { changeOf, expectedOf, type Operation } from '../outbox/operation.js'
import { find as findOperation } from '../outbox/read.js'
import { keptTheirs } from '../outbox/settle.js'
import { moveChild } from './amend.js'
import { type Desk, openCodes } from './desk.js'
import { find } from './kept.js'
import { completedAtOf, enteredAtOf, type RecordCase, settledAtOf } from './record-case.js'
import { readTheirs, type Theirs } from './their-record.js'
import { type Transaction, transact } from './transact.js'

/** Whether the platform has said that it has a record under this id, whoever's it is. */
const isThere = ({ kind, state, settlement }: Operation): boolean =>
  kind === 'record' &&
  (state === 'conflict' || state === 'acknowledged' || settlement?.as === 'keep-theirs')

/** A record that was sent, and of which the platform has one. @throws InputError `clinic.adopt.nothing` */
async function sent({ options: { store } }: Desk, ours: RecordCase | undefined) {
  const id = ours?.supersededBy === undefined ? ours?.operationId : undefined
  const operation = id === undefined ? undefined : await findOperation(store, id)
  if (ours === undefined || operation === undefined || !isThere(operation)) {
    throw new InputError(errorCatalogue, 'clinic.adopt.nothing')
  }
  return { ours, operation }
}

/** A record as the platform has it, with the instants at which ours had come as far. */
function adopted(desk: Desk, ours: RecordCase, theirs: Theirs, at: string): RecordCase {
  const { signed: _, underSeal: __, completedAt: ___, settledAt: ____, ...kept } = ours
  const [completedAt, settledAt] = [completedAtOf(ours), settledAtOf(ours)]
  const { record, evidence } = theirs
  return {
    ...kept,
    record,
    open: openCodes(desk, record),
    firstEnteredAt: enteredAtOf(ours),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(settledAt === undefined ? {} : { settledAt }),
    ...evidence,
    adoptedAt: at,
  }
}

async function putInPlace(
  desk: Desk,
  transaction: Transaction,
  recordId: string,
  theirs: Theirs,
  by: string | undefined,
): Promise<RecordCase> {
  const { ours, operation } = await sent(desk, await transaction.find('record', recordId))
  if (ours.adoptedAt !== undefined) return ours
  const at = formatInstant(desk.world.clock.now())
  const kept = adopted(desk, ours, theirs, at)
  transaction.keep('record', recordId, kept)
  const { underSeal } = kept
  if (underSeal !== undefined && theirs.seal !== undefined) {
    const isOurs = (await transaction.find('seal', underSeal.seal)) !== undefined
    if (!isOurs) transaction.keep('adopted-seal', underSeal.seal, theirs.seal)
  }
  await moveChild(transaction, recordId, kept)
  if (operation.state === 'conflict') {
    const closed = keptTheirs(operation, at, by)
    transaction.add([changeOf(closed)], [expectedOf(operation.id, operation)])
  }
  return kept
}

/**
 * Puts the record that the platform has in the place of ours of the same id, with its evidence, and settles the conflict
 * over it by what the platform has: from then on it can be amended. What was signed here stays with its operation.
 */
export async function adopt(
  desk: Desk,
  recordId: string,
  by: string | undefined,
): Promise<RecordCase> {
  const { store, http, facility } = desk.options
  const { ours } = await sent(desk, await find(store, 'record', recordId))
  if (ours.adoptedAt !== undefined) return ours
  if (http === undefined) throw new InputError(errorCatalogue, 'clinic.send')
  const theirs = await readTheirs(http, recordId, facility.code)
  return transact(store, (transaction) => putInPlace(desk, transaction, recordId, theirs, by))
}
