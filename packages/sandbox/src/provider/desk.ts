import { toHex } from '@tiemchung/core'
import type { SandboxWorld } from '../world.js'
import type { Credential } from './credentials.js'
import { type ProviderScript, providerScriptSchema } from './script.js'
import { derSignature, signHash } from './sign-hash.js'

/** A digest to be signed, under the caller's name for it. */
export interface Item {
  readonly doc: string
  readonly hash: Uint8Array
}

export type TransactionState =
  | 'waiting'
  | 'signed'
  | 'refused'
  | 'expired'
  | 'key-failed'
  | 'sign-failed'

/** Something that somebody has to confirm: signatures, or that they may be asked for. */
export interface Transaction {
  readonly id: string
  readonly kind: 'sign' | 'authorize'
  /** The caller's own id of it. */
  readonly request: string | undefined
  readonly user: string
  readonly credential: Credential
  readonly items: readonly Item[]
  readonly expiresAt: number
  state: TransactionState
  polls: number
  signed: readonly { readonly doc: string; readonly signature: Uint8Array }[]
}

const fates: Readonly<Record<Exclude<ProviderScript['person'], 'waits'>, TransactionState>> = {
  confirms: 'signed',
  refuses: 'refused',
  'key-fails': 'key-failed',
  'sign-fails': 'sign-failed',
}

/** What a provider keeps in memory, and the counter of its key operations. */
export interface Desk {
  script(): ProviderScript
  behave(script: ProviderScript): void
  /** Whether the package that was bought has as many signatures left. */
  affords(count: number): boolean
  begin(
    wanted: Pick<Transaction, 'kind' | 'request' | 'user' | 'credential' | 'items'>,
  ): Transaction
  find(id: string): Transaction | undefined
  /** The transaction that the caller began under this id of its own. */
  findRequest(user: string, request: string): Transaction | undefined
  /** As somebody who asks sees it: the person may have acted, or the time may be over. */
  look(transaction: Transaction): Transaction
  settle(transaction: Transaction, fate: TransactionState): void
  /** Uses a key once for each digest, and arranges the answer as the script says. */
  sign(credential: Credential, items: readonly Item[]): Transaction['signed']
  readonly transactions: ReadonlyMap<string, Transaction>
  readonly operations: ReadonlyMap<string, number>
  /** Nobody acts any more, and whoever waits for somebody need not. */
  close(): void
  closed(): boolean
}

function arranged(signed: Transaction['signed'], script: ProviderScript): Transaction['signed'] {
  const [first] = signed
  const ordered = script.order === 'reversed' ? [...signed].reverse() : signed
  if (script.count === 'one-less') return ordered.slice(0, -1)
  return script.count === 'one-more' && first !== undefined ? [...ordered, first] : ordered
}

function keyRoom(script: () => ProviderScript, operations: Map<string, number>) {
  return (credential: Credential, items: readonly Item[]): Transaction['signed'] => {
    const { signs, encoding } = script()
    const signed = items.map(({ doc, hash }) => {
      const name = toHex(hash)
      operations.set(name, (operations.get(name) ?? 0) + 1)
      const over = signs === 'right' ? hash : hash.map((octet) => octet ^ 1)
      const raw = signHash(credential.pkcs8, over)
      const der = credential.algorithm === 'ES256' && encoding === 'der'
      return { doc, signature: der ? derSignature(raw) : raw }
    })
    return arranged(signed, script())
  }
}

/** The script, and what is left of the package that was bought. */
function scriptBook() {
  let script = providerScriptSchema.parse({})
  let left: number | undefined
  return {
    now: () => script,
    behave: (next: ProviderScript) => {
      script = next
      left = next.quota
    },
    affords: (count: number) => {
      if (left === undefined) return true
      if (left < count) return false
      left -= count
      return true
    },
  }
}

/** The person at the phone, and the clock on the wall. */
function outcomes(
  world: SandboxWorld,
  script: () => ProviderScript,
  settle: (transaction: Transaction, fate: TransactionState) => void,
) {
  let closed = false
  const act = (transaction: Transaction): void => {
    const { person } = script()
    if (!closed && person !== 'waits') settle(transaction, fates[person])
  }
  return {
    closed: () => closed,
    close: () => {
      closed = true
    },
    actLater: (transaction: Transaction): void => {
      const { afterMs } = script()
      if (afterMs === undefined) return
      world
        .sleep(afterMs)
        .then(() => act(transaction))
        .catch(() => undefined)
    },
    look: (transaction: Transaction): Transaction => {
      const { afterMs, afterPolls } = script()
      if (world.clock.now().getTime() >= transaction.expiresAt) settle(transaction, 'expired')
      const due = afterMs === undefined && transaction.polls >= afterPolls
      transaction.polls += 1
      if (due) act(transaction)
      return transaction
    },
  }
}

/** An empty desk. `settled` is told of every transaction that ends. */
export function openDesk(world: SandboxWorld, settled: (transaction: Transaction) => void): Desk {
  const script = scriptBook()
  const operations = new Map<string, number>()
  const transactions = new Map<string, Transaction>()
  const sign = keyRoom(() => script.now(), operations)
  const settle = (transaction: Transaction, fate: TransactionState): void => {
    if (transaction.state !== 'waiting') return
    if (fate === 'signed' && transaction.kind === 'sign') {
      transaction.signed = sign(transaction.credential, transaction.items)
    }
    transaction.state = fate
    settled(transaction)
  }
  const { actLater, closed, ...others } = outcomes(world, () => script.now(), settle)
  return {
    ...others,
    script: () => script.now(),
    behave: (next) => script.behave(next),
    affords: (count) => script.affords(count),
    begin: (wanted) => {
      const expiresAt = world.clock.now().getTime() + script.now().confirmSeconds * 1000
      const fresh = { id: world.newId(), expiresAt, polls: 0, signed: [] }
      const transaction: Transaction = { ...wanted, ...fresh, state: 'waiting' }
      transactions.set(transaction.id, transaction)
      actLater(transaction)
      return transaction
    },
    find: (id) => transactions.get(id),
    findRequest: (user, request) =>
      [...transactions.values()].find((one) => one.user === user && one.request === request),
    settle,
    sign,
    transactions,
    operations,
    closed,
  }
}
