/** Rows of a database against what people were told. It knows none of the platform's code. */
import type { ClaimedItem, Claims, Recount } from './claims.js'
import type { KeptItem, Rows } from './database.js'

const hour = 3_600_000
const limit = 48 * hour
const answers: readonly string[] = ['approve', 'postpone', 'reject']
/** What a reporter is told of by a message. */
const told: readonly string[] = ['ask', ...answers]
/** What ends the time that an item has. */
const ends: readonly string[] = ['approve', 'reject', 'withdraw']

class Ledger {
  readonly counts: Record<string, number> = {}
  readonly faults: string[] = []

  add(name: string, count = 1): void {
    this.counts[name] = (this.counts[name] ?? 0) + count
  }

  expect(what: string, found: unknown, wanted: unknown): void {
    const [is, shouldBe] = [JSON.stringify(found), JSON.stringify(wanted)]
    if (is !== shouldBe && this.faults.length < 20)
      this.faults.push(`${what}: ${is}, not ${shouldBe}`)
  }

  /** What is wanted once. */
  once(what: string, found: number): void {
    this.add('lost', found === 0 ? 1 : 0)
    this.add('doubled', found > 1 ? 1 : 0)
    this.expect(what, found, 1)
  }
}

/** Whether an item was open and late at an instant, by its own history. */
function isOverdue({ item }: KeptItem, at: number): boolean {
  const before = item.events.filter((event) => Date.parse(event.at) <= at)
  const start = before.find(({ action }) => action === 'confirm')
  const ended = before.some(({ action }) => ends.includes(action))
  return start !== undefined && !ended && at - Date.parse(start.at) > limit
}

function compareDecision(ledger: Ledger, { id, item }: KeptItem, claim: ClaimedItem, rows: Rows) {
  const made = item.events.filter(({ action }) => answers.includes(action))
  ledger.add('decisions', made.length)
  ledger.once(`decisions of ${id}`, made.length)
  ledger.expect(`outcome of ${id}`, made[0]?.decision?.outcome, claim.outcome)
  ledger.expect(`decision of ${id}`, item.decision?.outcome, claim.outcome)
  ledger.expect(`officer of ${id}`, made[0]?.officer, claim.officer)
  const entries = rows.audit.filter(
    ({ thing, operation, status }) =>
      thing === id && operation === 'decideFeedback' && status === 200,
  )
  ledger.add('audit rows of decisions', entries.length)
  ledger.once(`audit rows of the decision of ${id}`, entries.length)
  ledger.expect(`account in the audit of ${id}`, entries[0]?.account, claim.officer)
}

function compareMessages(
  ledger: Ledger,
  { id, phone, item }: KeptItem,
  claim: ClaimedItem,
  rows: Rows,
) {
  const mine = rows.messages.filter((message) => message.phone === phone)
  const codes = mine.filter(({ purpose }) => purpose === 'feedback').length
  ledger.add('codes to telephones', codes)
  ledger.expect(`codes of ${id}`, codes, claim.codes)
  const about = mine.flatMap((message) => message.about ?? []).sort()
  const wanted = item.events
    .flatMap(({ action }, index) => (told.includes(action) ? [`${id}/${index + 1}`] : []))
    .sort()
  ledger.add('messages of decisions', about.length)
  ledger.expect(`messages about ${id}`, about, wanted)
}

function compareFiles(ledger: Ledger, { id, item }: KeptItem, claim: ClaimedItem, rows: Rows) {
  const kept = rows.files.filter(({ feedback }) => feedback === id)
  ledger.add('files', kept.length)
  ledger.add(
    'octets of evidence',
    kept.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  const shown = (files: ClaimedItem['files']) => files.map(({ sha256, bytes }) => [sha256, bytes])
  ledger.expect(`files of ${id}`, shown(kept), shown(claim.files))
  ledger.expect(`files that ${id} names`, shown(item.evidence), shown(claim.files))
}

/** One change told for each revision since the item was received. */
function compareChanges(ledger: Ledger, { id, item }: KeptItem, rows: Rows) {
  const first = item.events.findIndex(({ action }) => action === 'confirm')
  const wanted = first < 0 ? [] : item.events.map((_, index) => index + 1).slice(first)
  const found = rows.changes.filter((change) => change.id === id).map(({ revision }) => revision)
  ledger.add('changes told to desks', found.length)
  ledger.expect(
    `changes of ${id}`,
    [...found].sort((one, two) => one - two),
    wanted,
  )
}

function compareItem(ledger: Ledger, kept: KeptItem, claim: ClaimedItem, rows: Rows): void {
  const { id, item } = kept
  ledger.add(`state ${kept.state}`)
  const actions = item.events.map(({ action }) => action)
  ledger.expect(`history of ${id}`, actions, claim.actions)
  ledger.expect(`reference of ${id}`, kept.reference, claim.reference)
  ledger.expect(`state of ${id}`, [kept.state, item.state], [claim.state, claim.state])
  const revisions = [kept.revision, item.revision]
  ledger.expect(`revision of ${id}`, revisions, [actions.length, actions.length])
  if (claim.outcome !== undefined) compareDecision(ledger, kept, claim, rows)
  for (const [operation, count] of Object.entries(claim.audited)) {
    const found = rows.audit.filter((row) => row.thing === id && row.operation === operation)
    ledger.expect(`${operation} of ${id} in the audit`, found.length, count)
  }
  compareMessages(ledger, kept, claim, rows)
  compareFiles(ledger, kept, claim, rows)
  compareChanges(ledger, kept, rows)
}

/** Counts, and says where the database is not as people were told. */
export function compare(claims: Claims, rows: Rows): Recount {
  const ledger = new Ledger()
  for (const name of ['lost', 'doubled', 'items', 'decisions']) ledger.add(name, 0)
  for (const claim of claims.items) {
    const kept = rows.items.filter(({ id }) => id === claim.id)
    ledger.add('items', kept.length)
    ledger.once(`rows of ${claim.id}`, kept.length)
    if (kept[0] !== undefined) compareItem(ledger, kept[0], claim, rows)
  }
  ledger.expect('items that nobody sent', rows.items.length, claims.items.length)
  ledger.expect('files that nobody sent', rows.files.length, ledger.counts['files'])
  ledger.expect('what is left of uploads', rows.unfinished, 0)
  for (const [account, count] of Object.entries(claims.codes)) {
    const sent = rows.messages.filter((message) => message.account === account).length
    ledger.add('codes to accounts', sent)
    ledger.expect(`codes of ${account}`, sent, count)
  }
  const { at, recorded, overdue } = claims.report
  const late = rows.items.filter((item) => isOverdue(item, Date.parse(at))).length
  ledger.add('overdue when the clock had jumped', late)
  ledger.expect('overdue in the report', overdue, late)
  const received = rows.items.filter(({ item }) => item.receivedAt !== undefined).length
  ledger.expect('recorded in the report', recorded, received)
  ledger.add('audit rows', rows.audit.length)
  return { counts: ledger.counts, faults: ledger.faults }
}
