import {
  addDays,
  addMonths,
  addYears,
  civilDate,
  parseCivilDate,
  toDayNumber,
  fromDayNumber,
} from '@tiemchung/core'
import type { CivilDate } from '@tiemchung/core'
import { inventName, type Sex, slipName } from './names.js'
import { type Dice, seededDice } from './random.js'
import { assumed, measured } from './rates.js'
import type {
  Attendance,
  EligibilityClass,
  Facts,
  IdentityClass,
  Truth,
  TrueChild,
} from './truth.js'

/** The commune of the demo. Codes are of the list in force in 2022; the children are invented. */
export const place = { province: '01', district: '001', commune: '00001', neighbour: '00004' }

/** The first Friday on which second doses of the campaign's first week fell due. */
export const demoDay = '2022-05-20'

const station = '01234'
const outpost = '01235'

const facilities: Truth['facilities'] = [
  { code: station, name: 'Trạm Y tế phường Mẫu', canSign: true, role: 'signs' },
  { code: outpost, name: 'Điểm tiêm lưu động phường Mẫu', canSign: false, role: 'minutes' },
  { code: '01236', name: 'Trạm Y tế phường Bên', canSign: true, role: 'open' },
  { code: '01237', name: 'Trạm Y tế phường Xa', canSign: true, role: 'silent' },
  { code: '01238', name: 'Bệnh viện Mẫu', canSign: true, role: 'finished' },
  { code: '01239', name: 'Trạm Y tế phường Vắng', canSign: true, role: 'resting' },
]

/** Picks a class by shares of one; what is left over is `otherwise`. */
function share<Name extends string>(
  dice: Dice,
  shares: Readonly<Partial<Record<Name, number>>>,
  otherwise: Name,
): Name {
  let roll = dice.next()
  for (const [name, part] of Object.entries(shares) as [Name, number][]) {
    if (roll < part) return name
    roll -= part
  }
  return otherwise
}

const eligibilityShares: Readonly<Partial<Record<EligibilityClass, number>>> = {
  consentRefused: assumed.refusedConsent,
  needsConsent: assumed.noConsentYet,
  infected: assumed.recentInfection,
  deferred: assumed.acuteDisease,
  contraindicated: assumed.contraindicated,
  complete: assumed.alreadyComplete,
  tooSoon: assumed.tooSoon,
}

/** Classes that the age decides, by position in the list. */
function ageClass(index: number): EligibilityClass | undefined {
  if (index % 25 === 7) return 'handedOver'
  if (index % 60 === 11) return 'tooYoung'
  return index % 300 === 13 ? 'unknownAge' : undefined
}

function birthDateFor(dice: Dice, day: CivilDate, kind: EligibilityClass): CivilDate {
  const spread = (from: CivilDate, to: CivilDate) =>
    fromDayNumber(dice.between(toDayNumber(from), toDayNumber(to)))
  if (kind === 'handedOver') return spread(addMonths(day, -12 * 12 - 5), addYears(day, -12))
  if (kind === 'tooYoung') return spread(addDays(addYears(day, -5), 1), addMonths(day, -12 * 5 + 4))
  // Five already on the day of a first dose that may lie forty days back, and not twelve before the next.
  return spread(addDays(addYears(day, -12), 40), addDays(addYears(day, -5), -40))
}

function numberFor(dice: Dice, facts: Omit<Facts, 'number'>, taken: Set<string>): string {
  for (;;) {
    const sex = facts.sex === 'male' ? 2 : 3
    const tail = String(dice.between(0, 999_999)).padStart(6, '0')
    const number = `001${sex}${facts.birthDate.slice(2, 4)}${tail}`
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}

function slip(dice: Dice, facts: Facts, field: string, taken: Set<string>): Facts {
  if (field === 'name') return { ...facts, fullName: slipName(dice, facts.fullName, facts.sex) }
  if (field === 'sex') return { ...facts, sex: facts.sex === 'male' ? 'female' : 'male' }
  if (field === 'number') return { ...facts, number: numberFor(dice, facts, taken) }
  const born = parseCivilDate(facts.birthDate)
  const near = addDays(born, dice.pick([-1, 1, -2, 2]))
  return { ...facts, birthDate: near }
}

interface Identity {
  readonly claimed: Facts
  readonly registered?: NonNullable<TrueChild['registered']>
  readonly identity: IdentityClass
  readonly wrong?: NonNullable<TrueChild['wrong']>
  readonly corrected: boolean
}

function identityFor(dice: Dice, facts: Facts, taken: Set<string>): Identity {
  const kind = share<IdentityClass | 'without'>(
    dice,
    {
      wrong: measured.wrong,
      unverifiable: measured.unverifiable,
      without: measured.withoutOrMalformed,
    },
    'correct',
  )
  const right = { ...facts, unverifiable: false }
  if (kind === 'without') {
    const { number = '', ...bare } = facts
    return dice.next() < assumed.noNumberAtAll
      ? { claimed: bare, registered: right, identity: 'no-number', corrected: false }
      : {
          claimed: { ...bare, number: number.slice(0, 10) },
          registered: right,
          identity: 'malformed-number',
          corrected: false,
        }
  }
  if (kind === 'unverifiable') {
    const registered = { ...facts, unverifiable: true }
    return { claimed: facts, registered, identity: 'unverifiable', corrected: false }
  }
  if (kind !== 'wrong')
    return { claimed: facts, registered: right, identity: 'correct', corrected: false }
  const field = share<keyof typeof assumed.wrongField>(dice, assumed.wrongField, 'name')
  const inRegister = field !== 'number' && dice.next() < assumed.registerIsWrong
  const slipped = slip(dice, facts, field, taken)
  return {
    claimed: inRegister ? facts : slipped,
    registered: inRegister ? { ...slipped, unverifiable: false } : right,
    identity: 'wrong',
    wrong: { field, side: inRegister ? 'register' : 'claim' },
    corrected: dice.next() < assumed.corrected,
  }
}

function dosesFor(dice: Dice, day: CivilDate, kind: EligibilityClass): TrueChild['doses'] {
  const product = (date: CivilDate) => ({
    date,
    product: 'comirnaty-10',
    lot: dice.pick(['FT0410', 'FT0422']),
  })
  if (kind === 'tooSoon') return [product(addDays(day, -dice.between(3, 27)))]
  if (kind === 'complete') return [product(addDays(day, -33)), product(addDays(day, -5))]
  const due = kind === 'eligible' && dice.next() < assumed.dueForDose2
  return due ? [product(addDays(day, -dice.between(28, 33)))] : []
}

function attendanceFor(dice: Dice): Attendance {
  return share<Attendance>(
    dice,
    {
      absent: assumed.absent,
      refused: assumed.refusedOnTheDay,
      deferred: assumed.deferredOnTheDay,
    },
    'given',
  )
}

function listFor(
  day: CivilDate,
  facts: Facts,
  index: number,
): { list: TrueChild['list']; group: string } {
  if (index % 20 === 3) return { list: 'out-of-school', group: 'Ngoài trường học' }
  const schoolYear = 2021
  const grade = schoolYear - Number(facts.birthDate.slice(0, 4)) - 5
  if (grade < 1 || day < civilDate(2021, 9, 1)) return { list: 'kindergarten', group: 'Mầm non' }
  return { list: 'school', group: `Lớp ${Math.min(6, grade)}${'ABC'[index % 3]}` }
}

function makeChild(dice: Dice, day: CivilDate, index: number, taken: Set<string>): TrueChild {
  const sex: Sex = dice.next() < 0.52 ? 'male' : 'female'
  const foreign = index === 500
  const kind = foreign
    ? 'eligible'
    : (ageClass(index) ?? share(dice, eligibilityShares, 'eligible'))
  const full = birthDateFor(dice, day, kind)
  const bare = { fullName: inventName(dice, sex), birthDate: full as string, sex }
  const facts: Facts = { ...bare, number: numberFor(dice, bare, taken) }
  const identity = identityFor(dice, facts, taken)
  const where = listFor(day, facts, index)
  const guardian = {
    fullName: inventName(dice, index % 2 === 0 ? 'female' : 'male'),
    relationship: index % 2 === 0 ? 'mother' : 'father',
    phone: `09${String(10_000_000 + index * 7919).slice(-8)}`,
  }
  const child: TrueChild = {
    key: `C${String(index + 1).padStart(4, '0')}`,
    ...where,
    facility: where.list === 'out-of-school' ? outpost : station,
    commune: index % 11 === 5 ? place.neighbour : place.commune,
    facts,
    ...identity,
    nationality: 'VN',
    ...(dice.next() < assumed.guardianMissing ? {} : { guardian }),
    consent: kind === 'consentRefused' ? 'refused' : kind === 'needsConsent' ? 'none' : 'agreed',
    ...(kind === 'infected' ? { infection: addDays(day, -dice.between(10, 80)) } : {}),
    acuteDisease: kind === 'deferred',
    anaphylaxis: kind === 'contraindicated',
    doses: dosesFor(dice, day, kind),
    eligibility: kind,
    ...(kind === 'eligible' ? { attendance: attendanceFor(dice) } : {}),
    listedTwice: dice.next() < assumed.listedTwice,
  }
  if (foreign) return asForeigner(child)
  return kind === 'unknownAge' || dice.next() < assumed.yearOnly ? yearOnly(child, day) : child
}

/** A child of another citizenship: identified by passport, not matched (8938/BYT-DP). */
function asForeigner(child: TrueChild): TrueChild {
  const { number: _, ...facts } = { ...child.facts, fullName: 'Alex Sample Mekong' }
  const { registered: __, wrong: ___, ...bare } = child
  return {
    ...bare,
    facts,
    claimed: facts,
    identity: 'foreign',
    corrected: false,
    nationality: 'LA',
    passport: 'PA0001815',
    attendance: 'given',
    listedTwice: false,
  }
}

/** Only the year of birth is on the paper and in the register: surely eligible, or not surely. */
function yearOnly(child: TrueChild, day: CivilDate): TrueChild {
  const year = Number(day.slice(0, 4))
  const wanted =
    child.eligibility === 'unknownAge' ? year - 5 : Number(child.facts.birthDate.slice(0, 4))
  const unsure = child.eligibility === 'unknownAge'
  const sure = wanted > year - 12 && wanted < year - 5
  if (child.identity !== 'correct' || (!unsure && (child.eligibility !== 'eligible' || !sure))) {
    return unsure ? yearOnly({ ...child, ...rightIdentity(child) }, day) : child
  }
  const facts = { ...child.facts, birthDate: String(wanted) }
  return { ...child, facts, claimed: facts, registered: { ...facts, unverifiable: false } }
}

function rightIdentity(
  child: TrueChild,
): Pick<TrueChild, 'claimed' | 'registered' | 'identity' | 'corrected'> {
  return {
    claimed: child.facts,
    registered: { ...child.facts, unverifiable: false },
    identity: 'correct',
    corrected: false,
  }
}

/** Vaccinated for the second time, by the station, with papers in order. */
function isQuiet(child: TrueChild): boolean {
  return (
    child.attendance === 'given' &&
    child.doses.length === 1 &&
    child.identity === 'correct' &&
    child.facility === station &&
    child.guardian !== undefined &&
    !child.listedTwice &&
    child.facts.birthDate.length === 10
  )
}

/** Two parents report: for one child list and register agree on the wrong sex, for the other on nothing. */
function withFeedback(children: readonly TrueChild[]): readonly TrueChild[] {
  const quiet = children.filter(isQuiet)
  const [wrongSex, wrongDate] = [quiet[10], quiet[20]]
  return children.map((child) => {
    if (child === wrongDate) return { ...child, feedback: 'wrong-date' }
    if (child !== wrongSex) return child
    const sex = child.facts.sex === 'male' ? 'female' : 'male'
    const claimed: Facts = { ...child.facts, sex }
    return {
      ...child,
      feedback: 'wrong-sex',
      claimed,
      registered: { ...claimed, unverifiable: false },
    }
  })
}

/** The truth of one demo day. */
export function makeTruth(count: number, seed: number): Truth {
  const dice = seededDice(seed)
  const day = parseCivilDate(demoDay)
  const taken = new Set<string>()
  const made = Array.from({ length: count }, (_, index) => makeChild(dice, day, index, taken))
  const children = withFeedback(made)
  return { seed, day, district: `${place.province}${place.district}`, facilities, children }
}
