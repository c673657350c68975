import { fromBase64, fromUtf8, isSdkError } from '@tiemchung/core'
import { amendmentReasons } from '../code-tables.js'
import { codeSystems, identifierSystems } from '../systems.js'
import { type BundleIndex, leadsTo, resources } from './bundle.js'
import { codingIn, ownExtension, tellUnread, wordIn } from './element.js'
import { readAccount } from './immunization.js'
import {
  from,
  items,
  member,
  type Node,
  type Reading,
  refuseModifiers,
  takeText,
  tell,
  textOf,
  withoutUrn,
} from './node.js'

const read = [
  'resourceType',
  'id',
  'meta',
  'text',
  'language',
  'target',
  'recorded',
  'reason',
  'activity',
  'agent',
  'entity',
  'signature',
]

/** The one Provenance of the dose, if there is one. */
export function chooseProvenance(
  reading: Reading,
  index: BundleIndex,
  dose: Node,
): Node | undefined {
  const [first, second] = resources(index, 'Provenance').filter((one) =>
    items(reading, one, 'target').some((target) => leadsTo(index, target, dose)),
  )
  if (first === undefined) return undefined
  if (second !== undefined) {
    tell(reading, 'fhir.resource.several', second.path, { params: { resource: 'Provenance' } })
    return undefined
  }
  tellUnread(reading, first, read)
  refuseModifiers(reading, first)
  return first
}

/** The account of the one who entered the dose. */
export function readEnterer(
  reading: Reading,
  index: BundleIndex,
  provenance: Node,
): string | undefined {
  const agents = items(reading, provenance, 'agent').filter(
    (agent) => codingIn(reading, member(agent, 'type'), codeSystems.agent)?.code === 'enterer',
  )
  const [first, second] = agents
  if (first === undefined) return undefined
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.path)
  return readAccount(reading, index, member(first, 'who'), 'enteredBy')
}

const uuidPart = (reading: Reading, whole: Node, name: string, field: string) => {
  const part = items(reading, whole, 'extension').find((one) => member(one, 'url').value === name)
  return part && withoutUrn(takeText(reading, member(part, 'valueUuid'), `amends.${field}`))
}

function readReason(reading: Reading, provenance: Node): string | undefined {
  const [reason] = items(reading, provenance, 'reason')
  return reason && from(reading, reason, 'amends.reason', wordIn(reading, reason, amendmentReasons))
}

/** What the record replaces. */
export function readAmends(reading: Reading, provenance: Node): object | undefined {
  const [entity, second] = items(reading, provenance, 'entity').filter(
    (one) => member(one, 'role').value === 'revision',
  )
  if (entity === undefined) return undefined
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.path)
  reading.sources.set('amends', entity.path)
  const identifier = member(member(entity, 'what'), 'identifier')
  if (member(identifier, 'system').value !== identifierSystems.uri) {
    tell(reading, 'fhir.code.unknown', identifier.path)
  }
  const id = takeText(reading, member(identifier, 'value'), 'amends.recordId')
  const whole = ownExtension(reading, entity, 'amendment')
  if (whole === undefined) {
    return { recordId: withoutUrn(id), reason: readReason(reading, provenance) }
  }
  const hash = items(reading, whole, 'extension').find((one) => member(one, 'url').value === 'hash')
  return {
    recordId: withoutUrn(id),
    hash: hash && takeText(reading, member(hash, 'valueString'), 'amends.hash'),
    firstRecordId: uuidPart(reading, whole, 'first', 'firstRecordId'),
    reason: readReason(reading, provenance),
    feedbackId: uuidPart(reading, whole, 'feedback', 'feedbackId'),
  }
}

/** A detached JWS as the Provenance carries it. */
export interface DetachedSignature {
  readonly detached: string
  readonly at: string
  readonly node: Node
}

function textOfData(data: string): string | undefined {
  try {
    return fromUtf8(fromBase64(data))
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

/** The JWS among the signatures; others are told. */
export function readSignature(reading: Reading, provenance: Node): DetachedSignature | undefined {
  const all = items(reading, provenance, 'signature')
  const isJose = (one: Node) => member(one, 'sigFormat').value === 'application/jose'
  for (const other of all.filter((one) => !isJose(one))) {
    tell(reading, 'fhir.not-held', other.path, { severity: 'warning' })
  }
  const [node, second] = all.filter(isJose)
  if (node === undefined) return undefined
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.path)
  const data = textOf(reading, member(node, 'data'))
  const at = textOf(reading, member(node, 'when'))
  const detached = data === undefined ? undefined : textOfData(data)
  if (detached !== undefined && at !== undefined) return { detached, at, node }
  tell(reading, 'fhir.signature.malformed', node.path)
  return undefined
}
