/** Elements of FHIR's data types: extensions, concepts, identifiers, names. */
import { type OwnExtensionName, ownExtensions } from '../own-extensions.js'
import { type CodeTable, wordOf } from '../code-tables.js'
import { extensionUrls } from '../systems.js'
import { isObject, items, member, type Node, type Reading, tell, textOf } from './node.js'

/** The extension of a URL; told when there are several. */
export function extension(reading: Reading, node: Node, url: string): Node | undefined {
  const [first, second] = items(reading, node, 'extension').filter(
    (one) => member(one, 'url').value === url,
  )
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.path)
  return first
}

/** An extension of ours. */
export function ownExtension(
  reading: Reading,
  node: Node,
  name: OwnExtensionName,
): Node | undefined {
  return extension(reading, node, ownExtensions[name].url)
}

/** The value of an extension of ours, by the name that FHIR gives it: `valueCode`. */
export function ownValue(
  reading: Reading,
  node: Node,
  name: OwnExtensionName,
  value: string,
): Node | undefined {
  const found = ownExtension(reading, node, name)
  return found && member(found, value)
}

/** A coding, as far as it can be read. */
export interface CodingNode extends Node {
  readonly system: string | undefined
  readonly code: string | undefined
}

function codingNode(reading: Reading, node: Node): CodingNode {
  return {
    ...node,
    system: textOf(reading, member(node, 'system')),
    code: textOf(reading, member(node, 'code')),
  }
}

/** The codings of a concept. */
export function codings(reading: Reading, concept: Node): readonly CodingNode[] {
  return items(reading, concept, 'coding').map((node) => codingNode(reading, node))
}

/** The coding of one system; told when two of them differ. */
export function codingIn(reading: Reading, concept: Node, system: string): CodingNode | undefined {
  const [first, ...others] = codings(reading, concept).filter((one) => one.system === system)
  const other = others.find((one) => one.code !== first?.code)
  if (other !== undefined) tell(reading, 'fhir.code.conflict', other.path)
  return first
}

/** The word of a concept by a table. A concept without a code of it is told, never guessed. */
export function wordIn<Word extends string>(
  reading: Reading,
  concept: Node,
  table: CodeTable<Word>,
): Word | undefined {
  if (concept.value === undefined) return undefined
  const coding = codingIn(reading, concept, table.system)
  const word = coding?.code === undefined ? undefined : wordOf(table, coding.code)
  if (word === undefined) tell(reading, 'fhir.code.unknown', (coding ?? concept).path)
  return word
}

/** What is not marked as out of use. */
export function current(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter((node) => member(node, 'use').value !== 'old')
}

/** The identifiers of a system that are in use. */
export function identifiers(reading: Reading, node: Node, system: string): readonly Node[] {
  return current(items(reading, node, 'identifier')).filter(
    (one) => member(one, 'system').value === system,
  )
}

/** The value of the one identifier of a system; told when there are several that differ. */
export function identifierValue(reading: Reading, node: Node, system: string): Node | undefined {
  const [first, ...others] = identifiers(reading, node, system).map((one) => member(one, 'value'))
  const other = others.find((one) => one.value !== first?.value)
  if (other !== undefined) tell(reading, 'fhir.code.conflict', other.path)
  return first
}

const uses = ['official', 'usual', undefined] as const

/**
 * The name somebody goes by: the official one, else the usual, else one that does not say. Names beside it are told, and
 * two that stand in one place are a conflict.
 */
function nameNode(reading: Reading, names: readonly Node[]): Node | undefined {
  const useOf = (one: Node) => member(one, 'use').value
  const first = uses
    .map((use) => names.find((one) => useOf(one) === use))
    .find((one) => one !== undefined)
  for (const one of names) {
    if (one === first) continue
    if (first !== undefined && useOf(one) === useOf(first)) {
      tell(reading, 'fhir.code.conflict', one.path)
    } else tell(reading, 'fhir.not-held', one.path, { severity: 'warning' })
  }
  return first
}

/** A full name: as text, else family and given names in Vietnamese order, which is told. */
export function fullName(reading: Reading, resource: Node): Node | undefined {
  const name = nameNode(reading, items(reading, resource, 'name'))
  if (name === undefined) return undefined
  const text = member(name, 'text')
  if (text.value !== undefined) return text
  const parts = [
    textOf(reading, member(name, 'family')),
    ...items(reading, name, 'given').map((one) => textOf(reading, one)),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return undefined
  tell(reading, 'fhir.name-assembled', name.path, { severity: 'warning' })
  return { value: parts.join(' '), path: name.path }
}

/** The first telephone number that is in use. Whatever else somebody can be reached by is told. */
export function phone(reading: Reading, resource: Node): Node | undefined {
  const all = items(reading, resource, 'telecom')
  const found = current(all).find((one) => member(one, 'system').value === 'phone')
  for (const other of all) {
    if (other !== found) tell(reading, 'fhir.not-held', other.path, { severity: 'warning' })
  }
  return found && member(found, 'value')
}

const knownUrls: ReadonlySet<unknown> = new Set([
  ...Object.values(ownExtensions).map(({ url }) => url),
  ...Object.values(extensionUrls),
])

/** Extensions that are not understood; a record has no place for them. */
function tellUnknownExtensions(reading: Reading, node: Node): void {
  if (!Array.isArray(member(node, 'extension').value)) return
  for (const one of items(reading, node, 'extension')) {
    if (knownUrls.has(member(one, 'url').value)) continue
    tell(reading, 'fhir.not-held', one.path, { severity: 'warning' })
  }
}

/** Every member and extension that is not among those that are read, or that say nothing a record would hold. */
export function tellUnread(reading: Reading, node: Node, read: readonly string[]): void {
  if (!isObject(node.value)) return
  tellUnknownExtensions(reading, node)
  for (const key of Object.keys(node.value)) {
    if (read.includes(key) || key.startsWith('_')) continue
    tell(reading, 'fhir.not-held', [...node.path, /^[a-zA-Z]{1,40}$/.test(key) ? key : '*'], {
      severity: 'warning',
    })
  }
}
