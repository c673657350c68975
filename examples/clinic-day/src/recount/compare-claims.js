/** The demo's own claims: the class of each child, its identity, its entry, and the rows of the table. */
import { entryCodes, fateOf, firstIdentity, lastIdentity, officeOf, reached } from './fate.js'

const stages = [
  'listed',
  'eligible',
  'given',
  'entered',
  'complete',
  'settled',
  'signed',
  'acknowledged',
]

/** By key; a child that is claimed twice is a fault. */
function byKey(expect, what, list) {
  const map = new Map(list.map((one) => [one.key, one]))
  expect(`${what} claimed twice`, 0, list.length - map.size)
  return map
}

function compareIdentity(expect, child, claimed) {
  const first = firstIdentity(child)
  expect(`${child.key} identity`, first, claimed?.first)
  expect(`${child.key} identity at last`, lastIdentity(child), claimed?.last)
  expect(`${child.key} office`, officeOf(child), claimed?.handedTo)
  const fields = first === 'mismatched' ? [child.wrong.field] : []
  expect(`${child.key} wrong fields`, fields, claimed?.fields)
}

/** What the desk was told of an entry, before anything was put right. */
function compareEntry(expect, child, claimed) {
  const given = child.attendance === 'given'
  expect(`${child.key} entered`, given, claimed !== undefined)
  if (!given || claimed === undefined) return
  const slip = child.entry === undefined ? undefined : entryCodes[child.entry.slip]
  const guardian = child.guardian === undefined ? 'completeness.no-guardian' : undefined
  expect(`${child.key} entry`, guardian ?? slip, claimed.codes[0])
  expect(`${child.key} entry put right`, child.entry?.corrected ?? false, claimed.corrected)
}

/** The classes of a stage: the next stage first, then where children stayed. */
function classesOf(stage, fates) {
  const next = stages[stages.indexOf(stage) + 1]
  const classes = {}
  if (next !== undefined) classes[next] = fates.filter((fate) => reached(fate, next)).length
  for (const fate of fates.filter((one) => one.startsWith(`${stage}.`))) {
    const name = fate.slice(stage.length + 1)
    classes[name] = (classes[name] ?? 0) + 1
  }
  return classes
}

const withoutZeros = (classes) =>
  Object.fromEntries(Object.entries(classes).filter(([, count]) => count > 0))

/** By-minutes is where a child of the outpost ends: it has reached `settled` and no further. */
function compareRow(expect, stage, row, fates) {
  const wanted = fates.filter((fate) => reached(fate, stage)).length
  expect(`row ${stage}`, wanted, row?.count)
  const claimed = Object.fromEntries((row?.parts ?? []).map((part) => [part.id, part.count]))
  expect(`row ${stage} classes`, withoutZeros(classesOf(stage, fates)), withoutZeros(claimed))
}

function compareRows(expect, { truth, claims }, all) {
  const fates = truth.children.map((child) => fateOf(truth, child))
  const row = (id) => claims.rows.find((one) => one.id === id)
  for (const stage of stages) compareRow(expect, stage, row(stage), fates)
  const amended = all.filter((child) => child.feedback === 'wrong-sex').length
  expect('row amendments', amended, row('amendments')?.count)
  expect('row amendments acknowledged', amended, row('amendments')?.parts[0]?.count)
  expect('row re-issues', amended, row('reissues')?.count)
}

export function compareClaims(expect, day, all) {
  const { truth, claims } = day
  const fates = byKey(expect, 'fates', claims.fates)
  const identities = byKey(expect, 'identities', claims.identities)
  const entries = byKey(expect, 'entries', claims.entries)
  for (const child of all) {
    const claimed = fates.get(child.key)
    expect(`${child.key} class`, fateOf(truth, child), claimed?.at)
    expect(`${child.key} listed at`, child.facility, claimed?.facility)
    compareIdentity(expect, child, identities.get(child.key))
    compareEntry(expect, child, entries.get(child.key))
  }
  expect('children of nobody', all.length, fates.size)
  compareRows(expect, day, all)
}
