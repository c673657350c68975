/** What the truth file says must have become of each child. It knows nothing of what the demo did. */

/** Stations with a certificate sign; the others have minutes. */
const signs = (truth, child) => truth.facilities.find((one) => one.code === child.facility).canSign

const notEligible = {
  tooYoung: 'tooYoung',
  handedOver: 'handed-over',
  needsConsent: 'needsConsent',
  consentRefused: 'consent-refused',
  infected: 'deferred-infection',
  deferred: 'deferred-screening',
  contraindicated: 'contraindicated',
  tooSoon: 'tooSoon',
  complete: 'course-complete',
  unknownAge: 'unknown',
}

export const entryCodes = {
  volume: 'completeness.volume',
  lot: 'completeness.missing',
  date: 'completeness.date.after-entry',
  product: 'completeness.volume-unknown',
}

/** What the register answers to what the list claims. */
export function firstIdentity(child) {
  const { identity, wrong } = child
  if (identity === 'correct') return 'matched'
  if (identity === 'foreign') return 'not-required'
  if (identity !== 'wrong') return identity
  return wrong.field === 'number' ? 'not-found' : 'mismatched'
}

/** What it answers once what is corrected on the day is corrected. */
export const lastIdentity = (child) => (child.corrected ? 'matched' : firstIdentity(child))

/** The office that an error goes to (2262/BYT-CNTT): always that of the permanent residence. */
export function officeOf(child) {
  const status = firstIdentity(child)
  if (status === 'matched' || status === 'not-required') return null
  const byHealth = status === 'no-number' || status === 'malformed-number'
  return `${byHealth ? 'health' : 'police'} ${child.commune}`
}

/** The code for which the entered record stays incomplete, or undefined. */
export function openEntry(child) {
  if (child.guardian === undefined) return 'completeness.no-guardian'
  return child.entry === undefined || child.entry.corrected
    ? undefined
    : entryCodes[child.entry.slip]
}

/** Stage and class in which the child ended. */
export function fateOf(truth, child) {
  if (child.eligibility !== 'eligible') return `listed.${notEligible[child.eligibility]}`
  if (child.attendance !== 'given') return `eligible.${child.attendance}`
  const open = openEntry(child)
  if (open !== undefined) return `entered.${open}`
  const identity = lastIdentity(child)
  if (identity !== 'matched' && identity !== 'not-required') return `complete.${identity}`
  if (!signs(truth, child)) return 'settled.by-minutes'
  return child.doses.length === 1 ? 'acknowledged.issued' : 'acknowledged.course-incomplete'
}

/** How far a fate lies along the day. */
const order = [
  'listed',
  'eligible',
  'given',
  'entered',
  'complete',
  'settled',
  'signed',
  'acknowledged',
]

/** Whether a child with this fate was counted in a stage. */
export const reached = (fate, stage) =>
  order.indexOf(fate.slice(0, fate.indexOf('.'))) >= order.indexOf(stage)

export const isOnPlatform = (fate) =>
  fate.startsWith('acknowledged.') || fate === 'settled.by-minutes'
