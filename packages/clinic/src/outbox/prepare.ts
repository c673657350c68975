import { formatInstant, InputError, type Uuid, uuidv7 } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Change, Expected, Store } from '../store/store.js'
import type { ClinicWorld } from '../world.js'
import { payloadHashOf } from './hash.js'
import { changeOf, expectedOf, type NewOperation, type Operation } from './operation.js'
import { find } from './read.js'

/** Operations ready to be written with whatever they report. */
export interface Prepared {
  readonly operations: readonly Operation[]
  readonly changes: readonly Change[]
  /** What the write rests on: that nothing is there under the new ids. */
  readonly expected: readonly Expected[]
}

/** Each member by its name: a copy of what is left of `one` costs nearly as much as the canonical form of a record. */
async function operationFrom(one: NewOperation, world: ClinicWorld): Promise<Operation> {
  const { kind, subject, payload, signed } = one
  return {
    kind,
    subject,
    payload,
    id: one.id ?? uuidv7(world),
    dependsOn: one.dependsOn ?? [],
    payloadHash: await payloadHashOf(payload, world.crypto),
    ...(signed === true ? { signed } : {}),
    state: 'waiting',
    attempts: 0,
    createdAt: formatInstant(world.clock.now()),
  }
}

/** @throws InputError `clinic.outbox.cycle` when operations of one batch wait for each other */
function checkNoCycle(operations: readonly Operation[]): void {
  const inside = new Set<string>(operations.map(({ id }) => id))
  const open = new Map(
    operations.map(({ id, dependsOn }) => [
      id,
      new Set<string>(dependsOn.filter((one) => inside.has(one))),
    ]),
  )
  const dependants = new Map<string, Uuid[]>()
  for (const [id, needs] of open)
    for (const need of needs) dependants.set(need, [...(dependants.get(need) ?? []), id])
  const free = operations.filter(({ id }) => open.get(id)?.size === 0).map(({ id }) => id)
  for (let at = 0; at < free.length; at += 1) {
    for (const id of dependants.get(free[at] ?? '') ?? []) {
      const needs = open.get(id)
      needs?.delete(free[at] ?? '')
      if (needs?.size === 0) free.push(id)
    }
  }
  if (free.length < open.size) throw new InputError(errorCatalogue, 'clinic.outbox.cycle')
}

/** @throws InputError `clinic.outbox.dependency` when one depends on what nobody knows */
async function checkKnown(
  store: Store,
  operations: readonly Operation[],
  beside: readonly Operation[],
): Promise<void> {
  const known = new Set<string>([...operations, ...beside].map(({ id }) => id))
  for (const dependency of operations.flatMap(({ dependsOn }) => dependsOn)) {
    if (known.has(dependency)) continue
    if ((await find(store, dependency)) === undefined) {
      throw new InputError(errorCatalogue, 'clinic.outbox.dependency')
    }
    known.add(dependency)
  }
}

/** The operation that is queued already under an id; undefined when there is none. */
async function queuedBefore(store: Store, one: Operation): Promise<Operation | undefined> {
  const kept = await find(store, one.id)
  if (kept === undefined || kept.payloadHash === one.payloadHash) return kept
  throw new InputError(errorCatalogue, 'clinic.outbox.id-taken')
}

/**
 * Makes the changes that queue operations. `beside` are operations that were prepared and will be written in the same
 * batch.
 *
 * @throws InputError `clinic.outbox.cycle`, `clinic.outbox.dependency`, `clinic.outbox.id-taken`; `input.json-canonical`
 */
export async function prepare(
  { store, world }: { readonly store: Store; readonly world: ClinicWorld },
  wanted: readonly NewOperation[],
  beside: readonly Operation[] = [],
): Promise<Prepared> {
  const made: Operation[] = []
  for (const one of wanted) made.push(await operationFrom(one, world))
  if (made.length > 1 && new Set(made.map(({ id }) => id)).size < made.length) {
    throw new InputError(errorCatalogue, 'clinic.outbox.id-taken')
  }
  if (made.some(({ dependsOn }) => dependsOn.length > 0)) {
    checkNoCycle(made)
    await checkKnown(store, made, beside)
  }
  const operations: Operation[] = []
  const fresh: Operation[] = []
  for (const [at, one] of made.entries()) {
    const kept = wanted[at]?.id === undefined ? undefined : await queuedBefore(store, one)
    operations.push(kept ?? one)
    if (kept === undefined) fresh.push(one)
  }
  return {
    operations,
    changes: fresh.map(changeOf),
    expected: fresh.map(({ id }) => expectedOf(id, undefined)),
  }
}
