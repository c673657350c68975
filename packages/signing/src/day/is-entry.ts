/** Whether what a journal gave back is an entry: it comes from a file or a database, and what is no entry is not gone on with. */
import type { SigningEntry } from './journal.js'

type Loose = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const areTexts = (value: Loose, ...names: readonly string[]) =>
  names.every((name) => typeof value[name] === 'string')

const isText = (value: unknown) => typeof value === 'string'

const isListOf = (value: unknown, isOne: (one: unknown) => boolean) =>
  Array.isArray(value) && value.every(isOne)

function isPrepared({ records, seal }: Loose): boolean {
  const isRecord = (one: unknown) => isObject(one) && areTexts(one, 'id', 'hash', 'text')
  const isSeal =
    isObject(seal) && areTexts(seal, 'content', 'input') && isListOf(seal['tree'], Array.isArray)
  return isListOf(records, isRecord) && (seal === undefined || isSeal)
}

const isSignature = (value: unknown) => value === null || isText(value)

const kinds: Readonly<Record<SigningEntry['kind'], (entry: Loose) => boolean>> = {
  opened: (entry) => areTexts(entry, 'mode', 'facility', 'date', 'at', 'head'),
  prepared: isPrepared,
  asked: (entry) => areTexts(entry, 'request') && isListOf(entry['ids'], isText),
  signed: (entry) => areTexts(entry, 'request') && isListOf(entry['signatures'], isSignature),
  failed: (entry) => areTexts(entry, 'request', 'code'),
  dropped: (entry) => isListOf(entry['ids'], isText),
}

/** Whether a value has the form of an entry of a kind that is known here. */
export function isSigningEntry(value: unknown): value is SigningEntry {
  if (!isObject(value) || !areTexts(value, 'kind', 'round')) return false
  const kind = String(value['kind'])
  return Object.hasOwn(kinds, kind) && kinds[kind as SigningEntry['kind']](value)
}
