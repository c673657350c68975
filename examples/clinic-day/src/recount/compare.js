/**
 * Compares what the demo claims and what the platform has with what the truth file demands, child by
 * child. Pure: it reads nothing and runs nothing, so that a test can lie to it.
 */
import { createHash } from 'node:crypto'
import { compareClaims } from './compare-claims.js'
import { compareReports } from './compare-reports.js'
import { readCertificate } from './certificate.js'
import { fateOf, isOnPlatform } from './fate.js'

export const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** Members in order of their names, no blanks (RFC 8785 for documents without fractions). */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
  return `{${members.join(',')}}`
}

/** Collects what differs; every comparison is counted. */
export function ledgerOfFaults() {
  const faults = []
  let compared = 0
  const expect = (what, wanted, found) => {
    compared += 1
    const [left, right] = [canonical(wanted ?? null), canonical(found ?? null)]
    if (left !== right) faults.push(`${what}: ${left} by the truth, ${right} found`)
  }
  return { faults, expect, compared: () => compared }
}

const numberOf = (child) => child.passport ?? child.facts.number

const payloadOf = (jws) => JSON.parse(Buffer.from(jws.split('.')[1], 'base64url').toString())

/** What a standing record must say: the facts of the papers and the dose of the day. */
function compareRecord(expect, truth, child, record) {
  const { person, dose } = record.document
  const { fullName, birthDate, sex } = child.facts
  expect(`${child.key} facility`, child.facility, record.facility)
  expect(
    `${child.key} person`,
    { fullName, birthDate, sex },
    {
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
    },
  )
  expect(
    `${child.key} dose`,
    [child.doses.length + 1, truth.day, 'comirnaty-10', 'FT0520', '0.2', child.facility],
    [dose.number, dose.date, dose.product, dose.lot, dose.volumeMl, dose.facility],
  )
}

/** Evidence and integrity of every record, standing or replaced. */
function compareEvidence(expect, platform, child, record, signs) {
  const hash = sha256(canonical(record.document))
  expect(`${child.key} hash`, hash, record.hash)
  expect(`${child.key} signed`, signs, record.jws !== null)
  expect(`${child.key} minuted`, !signs, record.minutes_id !== null)
  if (record.jws !== null) {
    expect(`${child.key} signed document`, record.document, payloadOf(record.jws))
    expect(`${child.key} receipt`, sha256(record.jws), record.receipt.hash)
    return
  }
  const minutes = platform.minutes.find((one) => one.id === record.minutes_id)
  const line = minutes?.body.records.find((one) => one.recordId === record.id)
  expect(`${child.key} hash in the minutes`, hash, line?.hash)
}

/** The chain from the first record to the one that stands. */
function compareAmendment(expect, claims, child, records) {
  const amended = child.feedback === 'wrong-sex'
  const first = records.find((one) => one.amends === null)
  const next = records.find((one) => one.amends !== null)
  expect(`${child.key} amendments`, amended ? 1 : 0, records.length - 1)
  expect(`${child.key} replaced by`, next?.id, first?.superseded_by)
  expect(`${child.key} replaces`, next && first?.id, next?.amends)
  expect(`${child.key} hash of the replaced`, next && first?.hash, next?.document.amends.hash)
  const claimed = claims.amended.find((one) => one.key === child.key)
  expect(`${child.key} claimed amendment`, next?.id, claimed?.amendmentId)
  expect(`${child.key} claimed first record`, next && first?.id, claimed?.firstRecordId)
}

/** The certificate of a complete course, and the revoked one behind an amendment. */
function compareCertificates(expect, truth, platform, child, records, certified) {
  const ids = new Set(records.map((one) => one.id))
  const own = platform.certificates.filter((one) => ids.has(one.record))
  const good = own.filter((one) => one.revoked_at === null)
  const amended = child.feedback === 'wrong-sex'
  expect(`${child.key} certificates`, certified ? 1 : 0, good.length)
  expect(`${child.key} revoked`, amended ? 1 : 0, own.length - good.length)
  for (const one of own) {
    const { name, birthDate, dose } = readCertificate(one.text)
    expect(
      `${child.key} certified name`,
      child.facts.fullName,
      [name.get('fn'), name.get('gn')].join(' '),
    )
    expect(`${child.key} certified birth date`, child.facts.birthDate, birthDate)
    expect(
      `${child.key} certified dose`,
      [2, 2, truth.day, 'VN'],
      ['dn', 'sd', 'dt', 'co'].map((field) => dose.get(field)),
    )
  }
  const standing = records.find((one) => one.superseded_by === null)
  for (const one of good) expect(`${child.key} certified record`, standing?.id, one.record)
}

/** Everything that the platform has of one child. */
function compareChild(expect, { truth, claims, platform }, child, records) {
  const fate = fateOf(truth, child)
  const arrived = isOnPlatform(fate)
  const standing = records.filter((one) => one.superseded_by === null)
  expect(`${child.key} standing records`, arrived ? 1 : 0, standing.length)
  for (const record of standing) compareRecord(expect, truth, child, record)
  const signs = fate.startsWith('acknowledged.')
  for (const record of records) compareEvidence(expect, platform, child, record, signs)
  if (records.length > 0) compareAmendment(expect, claims, child, records)
  compareCertificates(expect, truth, platform, child, records, fate === 'acknowledged.issued')
}

/** Records by the number of their person. Each is somebody's, once. */
function recordsByNumber({ records }) {
  const byNumber = new Map()
  for (const record of records) {
    const { number } = record.document.person.identityDocument
    byNumber.set(number, [...(byNumber.get(number) ?? []), record])
  }
  return byNumber
}

/** All faults of a day, and how much was compared. */
export function compare(day) {
  const { truth, platform } = day
  const all = [...truth.children, ...truth.neighbours]
  const { faults, expect, compared } = ledgerOfFaults()
  compareClaims(expect, day, all)
  const byNumber = recordsByNumber(platform)
  const known = new Set()
  for (const child of all) {
    known.add(numberOf(child))
    compareChild(expect, day, child, byNumber.get(numberOf(child)) ?? [])
  }
  const strangers = [...byNumber.keys()].filter((number) => !known.has(number))
  expect('records of nobody', 0, strangers.length)
  const recordIds = new Set(platform.records.map((one) => one.id))
  const loose = platform.certificates.filter((one) => !recordIds.has(one.record))
  expect('certificates of nobody', 0, loose.length)
  compareReports(expect, day, all)
  return { faults, compared: compared(), children: all.length }
}
