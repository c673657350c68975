/** Names that lie outside of what an authority may name, and constraints that are odd themselves. */
import { extensionOids } from '@tiemchung/x509'
import { bytes, extension, sequence, tlv } from '../der.js'
import {
  address,
  alternativeNames,
  directory,
  dns,
  type Form,
  forms,
  mail,
  nameConstraints,
  otherName,
  registeredId,
  samples,
  uri,
} from '../general-names.js'
import { changed, commonPart, mailboxAttribute, type NamePlan, strings } from '../names.js'
import { type CasePlan, leafOf, middlesOf } from '../plan.js'
import { type Draw, subjectKeyId } from '../draw-chain.js'
import { authorityOf, type Fault, harmless, unconstrained, withMiddle, wrong } from './fault.js'
import { rekey } from './basics.js'

const { nameConstraints: constraintsOid, subjectAltName } = extensionOids

/** Constrains at one of the authorities, and gives the leaf these alternative names. */
const setting =
  (constraints: Uint8Array, names: readonly Uint8Array[] = []): Fault['change'] =>
  (plan, draw) => {
    authorityOf(plan, draw).extensions.set(constraintsOid, constraints)
    const { extensions } = leafOf(plan)
    extensions.delete(subjectAltName)
    if (names.length > 0) extensions.set(subjectAltName, alternativeNames(names))
  }

const directoryOf = (name: NamePlan) => directory(name)
const everySubject = directoryOf(commonPart)

/** Directory constraints concern subjects as well, which have to stay inside. */
const permittedBeside = (form: Form): readonly Uint8Array[] =>
  form === 'directory' ? [everySubject] : []

const violated = forms.flatMap((form): readonly Fault[] => {
  const { here, elsewhere, name } = samples[form]
  const beside = permittedBeside(form)
  return [
    wrong(
      `${form}-not-permitted`,
      setting(nameConstraints([elsewhere, ...beside], []), [name]),
      unconstrained,
    ),
    wrong(`${form}-excluded`, setting(nameConstraints([], [here]), [name]), unconstrained),
    harmless(
      `${form}-permitted`,
      setting(nameConstraints([here, ...beside], [elsewhere]), [name]),
      unconstrained,
    ),
    wrong(
      `${form}-permitted-and-excluded`,
      setting(nameConstraints([here, ...beside], [here]), [name]),
      unconstrained,
    ),
  ]
})

const subjects: readonly Fault[] = [
  wrong(
    'subject-not-permitted',
    setting(nameConstraints([samples.directory.here], [])),
    unconstrained,
  ),
  wrong('subject-excluded', setting(nameConstraints([], [everySubject])), unconstrained),
  wrong(
    'subject-mailbox-not-permitted',
    (plan, draw) => {
      setting(nameConstraints([mail('elsewhere.example')], []))(plan, draw)
      leafOf(plan).subject = [...leafOf(plan).subject, [mailboxAttribute('a@here.example')]]
    },
    unconstrained,
  ),
  harmless(
    'subject-mailbox-beside-a-permitted-one',
    (plan, draw) => {
      setting(nameConstraints([mail('here.example')], []), [mail('a@here.example')])(plan, draw)
      leafOf(plan).subject = [...leafOf(plan).subject, [mailboxAttribute('a@elsewhere.example')]]
    },
    unconstrained,
  ),
  harmless(
    'common-name-of-a-host-elsewhere',
    (plan, draw) => {
      setting(nameConstraints([dns('here.example')], []))(plan, draw)
      const text = 'tram.elsewhere.example'
      leafOf(plan).subject = changed(leafOf(plan).subject, '2.5.4.3', () => ({ text }))
    },
    unconstrained,
  ),
  harmless(
    'self-issued-between',
    (plan, draw) => {
      selfIssue(plan, draw)
      const [, middle] = plan.chain
      const above = plan.chain[2]
      above?.extensions.set(constraintsOid, nameConstraints([], [directory(middle?.subject ?? [])]))
    },
    { ...unconstrained, intermediates: 2, lists: false },
  ),
  wrong(
    'self-issued-leaf',
    (plan) => {
      const [leaf, issuer] = plan.chain
      if (leaf === undefined || issuer === undefined) return
      leaf.subject = issuer.subject
      issuer.extensions.set(constraintsOid, nameConstraints([], [directory(issuer.subject)]))
    },
    { ...unconstrained, intermediates: 1, lists: false },
  ),
]

/** Makes the lowest authority one that the next issued to itself, under a new key. */
function selfIssue(plan: CasePlan, { key }: Draw): void {
  const [leaf, lower, upper] = plan.chain
  if (leaf === undefined || lower === undefined || upper === undefined) return
  rekey(plan, lower, key())
  lower.subject = upper.subject
  lower.issuer = upper.subject
  leaf.issuer = upper.subject
  lower.extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(lower.key))
}

const base = (name: Uint8Array, ...more: readonly Uint8Array[]) => sequence(name, ...more)
const raw = (value: Uint8Array, critical = true) => extension(constraintsOid, value, critical)
const permitting = (...subtrees: readonly Uint8Array[]) => raw(sequence(tlv(0xa0, ...subtrees)))

const odd: readonly Fault[] = [
  wrong(
    'constraint-with-a-minimum',
    setting(permitting(base(dns('here.example'), tlv(0x80, bytes(1)))), [dns('a.here.example')]),
    unconstrained,
  ),
  wrong('constraints-empty', setting(raw(sequence())), unconstrained),
  wrong(
    'constraint-mask-with-a-hole',
    setting(nameConstraints([address(192, 0, 2, 0, 255, 0, 255, 0)], []), [address(192, 0, 2, 1)]),
    unconstrained,
  ),
  wrong(
    'constraint-of-a-dotted-host',
    setting(nameConstraints([dns('.here.example')], []), [dns('a.here.example')]),
    unconstrained,
  ),
  wrong(
    'constraint-of-another-name-form',
    setting(nameConstraints([otherName('here')], []), [otherName('a@here')]),
    unconstrained,
  ),
  wrong(
    'constraint-of-a-registered-id',
    setting(nameConstraints([], [registeredId('1.2.3')]), [registeredId('1.2.4')]),
    unconstrained,
  ),
  wrong(
    'host-of-no-host-under-constraints',
    setting(nameConstraints([], [dns('here.example')]), [dns('a b!c')]),
    unconstrained,
  ),
  wrong(
    'uri-without-a-host-under-constraints',
    setting(nameConstraints([], [uri('.here.example')]), [uri('urn:tiem:1')]),
    unconstrained,
  ),
  wrong(
    'uri-of-an-address-under-constraints',
    setting(nameConstraints([], [uri('.here.example')]), [uri('https://192.0.2.1/')]),
    unconstrained,
  ),
  wrong(
    'wildcard-over-an-excluded-host',
    setting(nameConstraints([], [dns('a.here.example')]), [dns('*.here.example')]),
    unconstrained,
  ),
  wrong(
    'mailbox-of-two-at-signs',
    setting(nameConstraints([mail('here.example')], []), [mail('"a@b"@here.example')]),
    unconstrained,
  ),
  harmless(
    'constraints-not-critical',
    setting(nameConstraints([dns('here.example')], [], false), [dns('a.here.example')]),
    unconstrained,
  ),
  harmless(
    'mailbox-of-other-case',
    setting(nameConstraints([mail('Tiem@here.example')], []), [mail('Tiem@HERE.example')]),
    unconstrained,
  ),
  wrong(
    'mailbox-of-other-local-case',
    setting(nameConstraints([mail('Tiem@here.example')], []), [mail('tiem@here.example')]),
    unconstrained,
  ),
  harmless(
    'directory-of-other-spelling',
    (plan, draw) => {
      const text = 'TEST  DON VI'
      const { subject } = leafOf(plan)
      const spelled = (value: string, tag: number): NamePlan => [
        ...commonPart,
        [{ type: '2.5.4.10', text: value, tag }],
      ]
      authorityOf(plan, draw).extensions.set(
        constraintsOid,
        nameConstraints([directory(spelled(text, strings.printable)), directory(commonPart)], []),
      )
      leafOf(plan).subject = [...spelled('TEST don vi', strings.utf8), ...subject.slice(-1)]
    },
    unconstrained,
  ),
  wrong(
    'constraints-in-a-leaf',
    (plan) => {
      const constraints = nameConstraints([dns('here.example')], [])
      leafOf(plan).extensions.set(constraintsOid, constraints)
    },
    unconstrained,
  ),
  wrong(
    'middle-not-permitted',
    (plan, draw) => {
      const [middle] = middlesOf(plan)
      const above = plan.chain[2]
      const names = alternativeNames([dns('a.here.example')])
      middle?.extensions.set(subjectAltName, names)
      above?.extensions.set(constraintsOid, nameConstraints([], [dns('here.example')]))
      if (draw.random.chance(0.5)) leafOf(plan).extensions.delete(subjectAltName)
    },
    (draw) => ({ ...unconstrained, ...(typeof withMiddle === 'function' ? withMiddle(draw) : {}) }),
  ),
]

export const constraintFaults: readonly Fault[] = [...violated, ...subjects, ...odd]
