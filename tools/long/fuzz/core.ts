import {
  addDays,
  addDuration,
  addMonths,
  addYears,
  ageOn,
  canonicalJson,
  type CivilDate,
  civilDateAt,
  daysBetween,
  dayNumberOf,
  earliestDay,
  endOfDay,
  formatInstant,
  fromBase64,
  fromBase64Url,
  fromDayNumber,
  fromHex,
  fromPem,
  fromUtf8,
  isCivilDate,
  isPartialDate,
  latestDay,
  lintPolicyHead,
  parseCivilDate,
  parseDuration,
  parseInstant,
  parsePartialDate,
  parsePolicyHead,
  parseUuid,
  partsOfDayNumber,
  startOfDay,
  toBase64,
  toBase64Url,
  toDayNumber,
  toHex,
  toPem,
  utf8,
  uuidv7,
} from '@tiemchung/core'
import { decision5772, parseIssuePolicy } from '@tiemchung/certificates/issue'
import { parseVerificationProfile, tolerantVerifier } from '@tiemchung/certificates/verify'
import { covid2022SameDay, parseCompletenessPolicy, parseDeadlinePolicy } from '@tiemchung/schemas'
import { signingPolicy1815 } from '@tiemchung/signing'
import { corpus } from '../corpus.js'
import { attemptNow, endOf } from '../judge.js'
import { must, refused, value } from '../long-run.js'
import { mutateBytes } from '../mutate-bytes.js'
import { mutateJson } from '../mutate-json.js'
import { mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'
import { cards, matches, personalNumbers } from './identities.js'
import { family, type Kind, type Kinds } from './family.js'

const dates = ['2022-05-20', '2020-02-29', '2014-09-02', '0001-01-01', '9999-12-31', '1975-06-13']
const partials = ['2014', '2014-09', ...dates]
const instants = ['2022-05-20T02:00:00Z', '2022-12-31T23:59:59.999+07:00', '0001-01-01T00:00:00Z']
const durations = ['P5Y', 'P3M', 'P28D', 'P4W', 'P7Y28D', 'P1Y2M3W4D']

/** Civil dates against the host's calendar. */
const civil: Kind = (random) => {
  const text = random.chance(0.2)
    ? `${2000 + random.below(40)}-0${random.below(10)}-${10 + random.below(25)}`
    : mutateText(random, dates)
  const tried = attemptNow(() => parseCivilDate(text))
  must('answer' in tried === isCivilDate(text), 'a day is read and is none, or the other way')
  if ('error' in tried) return refused
  const host = new Date(`${text}T00:00:00.000Z`)
  must(!Number.isNaN(host.getTime()) && host.toISOString().startsWith(text), 'a day that is none')
  must(fromDayNumber(toDayNumber(tried.answer)) === text, 'a day does not come back')
  must(civilDateAt(startOfDay(tried.answer)) === text, 'a day does not begin in itself')
  must(
    endOfDay(tried.answer).getTime() - startOfDay(tried.answer).getTime() === 86_400_000,
    'a day of another length',
  )
  return value
}

const numbers = (random: Random): number =>
  random.pick([
    random.below(100),
    -random.below(100),
    random.below(4_000_000),
    -1e9,
    1e17,
    0.5,
    Number.NaN,
  ])

const arithmetic: Kind = (random) => {
  const date = fromDayNumber(toDayNumber('1900-01-01' as CivilDate) + random.below(80_000))
  const [count, overflow] = [numbers(random), random.pick(['forward', 'clamp', 'reject'] as const)]
  const tried = random.pick([
    () => attemptNow(() => addDays(date, count)),
    () => attemptNow(() => addMonths(date, count, overflow)),
    () => attemptNow(() => addYears(date, count, overflow)),
    () => attemptNow(() => fromDayNumber(count)),
  ])()
  if ('error' in tried) return refused
  must(isCivilDate(tried.answer), 'arithmetic gave a day that is none')
  must(
    tried.answer < date === daysBetween(date, tried.answer) < 0,
    'days and texts order otherwise',
  )
  if (tried.answer >= date) attemptNow(() => ageOn(date, tried.answer))
  return value
}

const partial: Kind = (random) => {
  const text = mutateText(random, partials)
  const tried = attemptNow(() => parsePartialDate(text))
  must('answer' in tried === isPartialDate(text), 'a partial date is read and is none')
  if ('error' in tried) return refused
  const [first, last] = [earliestDay(tried.answer), latestDay(tried.answer)]
  must(first <= last && first.startsWith(text) && last.startsWith(text), 'a day outside its date')
  return value
}

const instant: Kind = (random) => {
  const tried = attemptNow(() => parseInstant(mutateText(random, instants)))
  if ('error' in tried) return refused
  const written = attemptNow(() => formatInstant(tried.answer))
  if ('error' in written) return refused
  const again = attemptNow(() => parseInstant(written.answer))
  // Years below 1 and above 9999 are reached by an offset alone.
  if ('answer' in again) must(again.answer.getTime() === tried.answer.getTime(), 'another instant')
  return value
}

const duration: Kind = (random) => {
  const tried = attemptNow(() => parseDuration(mutateText(random, durations)))
  if ('error' in tried) return refused
  const after = attemptNow(() => addDuration('2014-09-02' as CivilDate, tried.answer))
  if ('answer' in after) must(after.answer >= '2014-09-02', 'a length of time leads back')
  return value
}

/** A text that is read is the one text of its bytes. */
function codec(
  read: (text: string) => Uint8Array,
  write: (bytes: Uint8Array) => string,
  same: (text: string) => string = (text) => text,
): Kind {
  return (random) => {
    const bytes = random.bytes(random.below(40))
    const sound = write(bytes)
    must(toHex(read(sound)) === toHex(bytes), 'bytes do not come back')
    const text = mutateText(random, [sound, write(random.bytes(6))])
    const tried = attemptNow(() => read(text))
    if ('answer' in tried) must(write(tried.answer) === same(text), 'bytes have two texts')
    return endOf(tried)
  }
}

const pem: Kind = (random) => {
  const label = random.pick(['CERTIFICATE', 'X509 CRL'])
  const seeds = [toPem(random.bytes(70), label), `note\n${toPem(random.bytes(200), label)}`]
  const tried = attemptNow(() => fromPem(mutateText(random, [...seeds, seeds.join('\n')]), label))
  return endOf(tried)
}

const unicode: Kind = (random) => {
  const bytes = mutateBytes(random, [utf8('Nguyễn Thị Mẫu Thử 😀'), utf8('a\u0301\ufeff')])
  const tried = attemptNow(() => fromUtf8(bytes))
  if ('error' in tried) return refused
  const host = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  must(tried.answer === host, 'the host reads another text')
  must(toHex(utf8(tried.answer)) === toHex(bytes), 'a text does not come back')
  return value
}

const [sealed] = corpus().signing.sealed

const canonical: Kind = (random) => {
  const json = mutateJson(random, sealed?.record)
  const tried = attemptNow(() => canonicalJson(json))
  if ('error' in tried) return refused
  must(canonicalJson(JSON.parse(tried.answer)) === tried.answer, 'canonical JSON is not stable')
  return value
}

const jsonText: Kind = (random) => {
  let parsed: unknown
  try {
    parsed = JSON.parse(mutateText(random, [canonicalJson(sealed?.record), '[1e21,-0,"\\ud800"]']))
  } catch {
    return refused
  }
  const tried = attemptNow(() => canonicalJson(parsed))
  if ('answer' in tried) {
    must(canonicalJson(JSON.parse(tried.answer)) === tried.answer, 'canonical JSON is not stable')
  }
  return endOf(tried)
}

const ids: Kind = (random) => {
  const clock = { now: () => new Date(random.below(2 ** 41)) }
  const made = uuidv7({ clock, random })
  must(parseUuid(made) === made && made[14] === '7', 'an id of ours is none')
  return endOf(attemptNow(() => parseUuid(mutateText(random, [made]))))
}

const heads: Kind = (random) => {
  const document = mutateJson(random, signingPolicy1815)
  const tried = attemptNow(() => parsePolicyHead(document, signingPolicy1815.format))
  const issues = lintPolicyHead(document, signingPolicy1815.format)
  must('answer' in tried === (issues.length === 0), 'a head is taken with issues')
  return endOf(tried)
}

/** Documents of every kind that share the head: taken, or refused field by field. */
const documents: Kind = (random) => {
  const [policy, parse] = random.pick<readonly [unknown, (document: unknown) => unknown]>([
    [decision5772, parseIssuePolicy],
    [tolerantVerifier, parseVerificationProfile],
    [covid2022SameDay.completeness, parseCompletenessPolicy],
    [covid2022SameDay.deadlines, parseDeadlinePolicy],
  ])
  return endOf(attemptNow(() => parse(mutateJson(random, policy))))
}

const calendar: Kind = (random) => {
  const day = random.below(5_000_000) - 719_162
  const { year, month, day: of } = partsOfDayNumber(day)
  must(dayNumberOf(year, month, of) === day, 'a day number does not come back')
  return value
}

const kinds: Kinds = [
  [15, civil],
  [10, arithmetic],
  [10, partial],
  [8, instant],
  [5, duration],
  [7, codec(fromBase64, toBase64)],
  [7, codec(fromBase64Url, toBase64Url)],
  [5, codec(fromHex, toHex, (text) => text.toLowerCase())],
  [5, pem],
  [6, unicode],
  [8, canonical],
  [4, jsonText],
  [4, ids],
  [5, heads],
  [5, documents],
  [1, calendar],
  [3, cards],
  [3, personalNumbers],
  [5, matches],
]

/** Dates, encodings, canonical JSON, ids, the head of policies, and what a card says. */
export const core = family(
  'core',
  'dates, encodings, canonical JSON, ids, policy heads, cards: one text for each value',
  () => kinds,
)
