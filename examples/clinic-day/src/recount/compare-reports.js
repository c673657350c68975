/** Minutes, day reports, roll-up, corrections of the register and the parents' reports on the platform. */
import { fateOf, reached } from './fate.js'

const countBy = (words) => {
  const counts = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const openStages = ['given', 'entered', 'complete', 'settled', 'signed']

/** The numbers that a facility must have reported of its day. */
function reportOf(fates) {
  const numbers = ['given', 'entered', 'complete', 'settled', 'signed', 'acknowledged'].map(
    (stage) => [stage, fates.filter((fate) => reached(fate, stage)).length],
  )
  const open = countBy(
    fates.filter(
      (fate) =>
        fate !== 'settled.by-minutes' && openStages.some((stage) => fate.startsWith(`${stage}.`)),
    ),
  )
  return { ...Object.fromEntries(numbers), open, finished: Object.keys(open).length === 0 }
}

/** The reason of most open records; of two with as many, the first by name. */
function mainReason(open) {
  const sorted = Object.entries(open).sort(
    ([one, count], [other, more]) => more - count || (one < other ? -1 : 1),
  )
  return sorted[0][0]
}

function compareFacility(expect, { truth, platform }, facility, fates) {
  const { code, plan } = facility
  const planned = platform.plans.find((one) => one.facility === code && one.day === truth.day)
  const report = platform.reports.find((one) => one.facility === code && one.day === truth.day)
  expect(`${code} plan`, plan !== 'rests', planned?.vaccinating)
  if (plan !== 'vaccinates') {
    expect(`${code} report`, undefined, report?.body)
    return plan === 'silent' ? 'silent' : undefined
  }
  const wanted = reportOf(fates)
  const body = report?.body ?? {}
  expect(
    `${code} report`,
    wanted,
    Object.fromEntries(Object.keys(wanted).map((name) => [name, body[name]])),
  )
  return wanted.finished ? 'finished' : `open:${mainReason(wanted.open)}`
}

/** Vaccinating facilities = finished + each reason + silent. */
function compareFacilities(expect, day, all) {
  const { truth, claims } = day
  const states = truth.facilities.flatMap((facility) => {
    const own = all.filter((child) => child.facility === facility.code)
    const fates = own.map((child) => fateOf(truth, child))
    return compareFacility(expect, day, facility, fates) ?? []
  })
  const row = claims.rows.find((one) => one.id === 'facilities')
  const parts = (row?.parts ?? []).filter((part) => part.count > 0)
  expect('row facilities', states.length, row?.count)
  expect(
    'row facilities classes',
    countBy(states),
    Object.fromEntries(parts.map((part) => [part.id, part.count])),
  )
}

/** Minutes of those that cannot sign: led by the head, among parties, over exactly their records. */
function compareMinutes(expect, { truth, platform }, all) {
  for (const { code, canSign } of truth.facilities) {
    const own = platform.minutes.filter((one) => one.facility === code)
    const wanted = all.filter(
      (child) => child.facility === code && fateOf(truth, child) === 'settled.by-minutes',
    ).length
    const lines = own.flatMap((one) => one.body.records)
    expect(`${code} minuted records`, canSign ? 0 : wanted, lines.length)
    for (const { body } of own) {
      expect(`${code} minutes led by`, 'facility-head', body.ledBy.role)
      expect(`${code} minutes among parties`, true, body.parties.length > 0)
    }
  }
}

/** The police changed the register for those and only those whose entry in it was wrong. */
function compareCorrections(expect, { platform }, all) {
  const wanted = all
    .filter(
      (child) =>
        (child.corrected && child.wrong?.side === 'register') || child.feedback === 'wrong-sex',
    )
    .map((child) => child.facts.number)
  const found = platform.corrections.map((one) => one.number)
  expect('corrections of the register', wanted.sort(), found.sort())
}

/** Each report with one photo: the wrong sex resolved, the date rejected. */
function compareFeedback(expect, { platform }, all) {
  const outcome = { 'wrong-sex': 'resolved', 'wrong-date': 'rejected' }
  const wanted = all.flatMap((child) => outcome[child.feedback] ?? [])
  expect('feedback', wanted.sort(), platform.feedback.map((one) => one.state).sort())
  for (const { id } of platform.feedback) {
    const photos = platform.evidence.filter((one) => one.feedback === id).length
    expect('photos of a report', 1, photos)
  }
  const rejected = platform.feedback.find((one) => one.state === 'rejected')
  if (rejected !== undefined) {
    expect('rejected because', 'vaccination-date-differs', rejected.item.decision?.reason)
  }
}

export function compareReports(expect, day, all) {
  compareMinutes(expect, day, all)
  compareFacilities(expect, day, all)
  compareCorrections(expect, day, all)
  compareFeedback(expect, day, all)
}
