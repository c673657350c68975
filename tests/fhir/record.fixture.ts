/** Records of invented people, of every form that the schema lets through. */
import { type DoseRecord, doseRecordSchema, doseSchema } from '@tiemchung/schemas'
import { products } from '@tiemchung/schemas/products'
import fc from 'fast-check'

const digits = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789'),
    minLength: length,
    maxLength: length,
  })

/** One line of text, as lots, schools and notes may be. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('Trường Tiểu học Bản Mẫu', 'Thôn 1', 'a"b<c>&d\\e', "O'Mẫu", '{x}'),
  )
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => doseSchema.shape.lot.safeParse(text).success)

const syllables = [
  'Nguyễn',
  'Trần',
  'Đặng',
  'Thị',
  'Hoà',
  'Bông',
  'Lá',
  'Sương',
  'Ươm',
  'Ỷ',
  'Khuê',
]
const fullName = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '))

const two = (value: number) => String(value).padStart(2, '0')
const day = fc
  .tuple(
    fc.integer({ min: 1920, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`)
const birthDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length))

/** Offsets that FHIR knows; those beyond are a case of their own. */
const offset = fc.constantFrom('Z', '+07:00', '-11:30', '+14:00', '+00:00')
const instant = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399 }), fc.constantFrom('', '.5', '.123456'), offset)
  .map(([date, second, fraction, zone]) => {
    const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two)
    return `${date}T${time.join(':')}${fraction}${zone}`
  })

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const relationship = fc.constantFrom('father', 'mother', 'guardian')
const country = fc.constantFrom('VN', 'LA', 'KH', 'KR')
const phone = fc.oneof(
  digits(9).map((text) => `0${text}`),
  digits(11).map((text) => `+${text}`),
)
const facility = fc.oneof(digits(5), digits(13))
const number = fc.integer({ min: 1, max: 9 })
const product = fc.constantFrom(...products.map((one) => one.id))

const identityDocument = fc.oneof(
  fc.record({ kind: fc.constant('personal-number'), number: digits(12) }),
  fc.record({ kind: fc.constant('cmnd-9'), number: digits(9) }),
  fc.record({ kind: fc.constant('cmnd-12'), number: digits(12) }),
  fc.record({ kind: fc.constant('military-8'), number: digits(8) }),
  fc.record({
    kind: fc.constant('passport'),
    number: digits(7).map((text) => `C${text}`),
    country,
  }),
  fc.record({
    kind: fc.constant('none'),
    reason: fc.constantFrom('not-issued', 'not-presented', 'malformed'),
  }),
)

const address = fc.record({
  province: digits(2),
  district: maybe(digits(3)),
  commune: digits(5),
  detail: maybe(line),
  asOf: day,
})

const person = fc.record({
  fullName,
  birthDate,
  sex: fc.constantFrom('male', 'female', 'unknown'),
  nationality: country,
  identityDocument,
  healthInsurance: maybe(
    fc.oneof(
      digits(10),
      digits(13).map((text) => `TE${text}`),
    ),
  ),
  phone: maybe(phone),
  guardian: maybe(fc.record({ relationship, fullName, phone: maybe(phone) })),
  permanentResidence: maybe(address),
  currentResidence: address,
  workplace: maybe(line),
  ethnicGroup: maybe(fc.integer({ min: 1, max: 55 }).map(two)),
  priorityGroup: maybe(fc.integer({ min: 1, max: 16 })),
})

/** The day of the dose and its time, on one day or not, and an end of the observation after it. */
const time = fc
  .record({
    givenAt: instant,
    other: maybe(day),
    observed: maybe(fc.integer({ min: 0, max: 7200 })),
  })
  .map(({ givenAt, other, observed }) => {
    const start = new Date(givenAt).getTime()
    const date = other ?? new Date(start + 7 * 3_600_000).toISOString().slice(0, 10)
    const end =
      observed === undefined
        ? {}
        : { observedUntil: new Date(start + observed * 1000).toISOString() }
    return { givenAt, date, ...end }
  })

const dose = fc
  .record({
    number,
    product,
    lot: line,
    expiryDate: maybe(day),
    volumeMl: fc.constantFrom('0.2', '0.20', '0.500', '1', '0.3', '1.0', '0', '9999.999'),
    site: fc.constantFrom('left-arm', 'right-arm', 'left-thigh', 'right-thigh'),
    route: fc.constant('intramuscular'),
    facility,
    vaccinator: fc.constantFrom('staff-1', 'staff-2', 'Lê'),
  })
  .chain((rest) => time.map((when) => ({ ...rest, ...when })))

const priorDose = fc.record({
  number,
  date: day,
  product,
  lot: maybe(line),
  facility: maybe(facility),
})

const answer = fc.constantFrom('yes', 'no', 'unknown')
const screening = fc.record({
  anaphylaxisToVaccine: answer,
  acuteOrProgressingDisease: answer,
  anyAllergy: answer,
  consciousnessOrBehaviourDisorder: answer,
  congenitalOrChronicDisease: answer,
  abnormalHeartOrLungSounds: answer,
  anaphylaxisGrade3: answer,
  otherContraindication: answer,
})

const consent = fc.oneof(
  fc.record({
    state: fc.constantFrom('agreed', 'refused'),
    by: relationship,
    name: maybe(fullName),
    phone: maybe(phone),
    date: day,
  }),
  fc.constant({ state: 'none' }),
)

/** With something in it: FHIR has no element without content, which is a case of its own. */
const examination = fc
  .record({
    temperature: maybe(fc.constantFrom('36.5', '37', '40.0')),
    pulse: maybe(fc.integer({ min: 30, max: 250 })),
    conclusion: maybe(
      fc.constantFrom('eligible', 'caution', 'hospital', 'defer', 'contraindicated'),
    ),
    by: maybe(line),
  })
  .filter((form) => Object.values(form).some((value) => value !== undefined))

const reaction = fc.record({
  what: fc.constantFrom('fever', 'rash', 'anaphylaxis', 'other'),
  onset: instant,
  grade: fc.integer({ min: 1, max: 4 }),
  outcome: fc.constantFrom('resolved', 'recovering', 'ongoing', 'sequelae', 'fatal', 'unknown'),
  note: maybe(line),
})

const identity = fc.oneof(
  fc.record({ status: fc.constant('matched'), verificationId: fc.uuid(), at: instant }),
  fc.constant({ status: 'not-required', because: 'foreign-passport' }),
  fc.record({
    status: fc.constantFrom(
      'mismatched',
      'not-found',
      'no-number',
      'malformed-number',
      'unverifiable',
    ),
    verificationId: maybe(fc.uuid()),
    at: instant,
  }),
  fc.constant({ status: 'pending' }),
)

const amends = fc.record({
  recordId: fc.uuid(),
  hash: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  firstRecordId: fc.uuid(),
  reason: fc.constantFrom('feedback', 'identity-correction', 'entry-error', 'register-correction'),
  feedbackId: maybe(fc.uuid()),
})

/** Without the members that are undefined, as JSON has them. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Any record: every kind of document, consent, evidence and amendment, dates that disagree. */
export const anyRecord: fc.Arbitrary<DoseRecord> = fc
  .record({
    format: fc.constant('dose-record/1'),
    id: fc.uuid(),
    person,
    dose,
    priorDoses: fc.array(priorDose, { maxLength: 3 }),
    screening,
    examination: maybe(examination),
    consent,
    identity,
    reactions: maybe(fc.array(reaction, { minLength: 1, maxLength: 3 })),
    enteredAt: instant,
    enteredBy: fc.constantFrom('staff-1', 'staff-3'),
    amends: maybe(amends),
  })
  .map((document) => doseRecordSchema.parse(asJson(document)))
