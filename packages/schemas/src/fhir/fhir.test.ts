import { canonicalBytes, type Issue, sentencesFor, toBase64Url } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { errorCatalogue } from '../errors.js'
import { products } from '../products/catalogue.js'
import { type DoseRecord, doseRecordSchema } from '../record/dose-record.js'
import { record, recordDocument } from '../record/dose-record.fixture.js'
import { fhirProfiles, issuesFromOutcome, outcomeFromIssues, ownExtensions } from './index.js'
import { expressionOf, pathOf } from './outcome/expression.js'
import type { Bundle, Immunization, Patient, Provenance, Resource } from './r4.js'
import { recordFromFhir } from './record-from-fhir.js'
import { type RecordToFhirOptions, recordToFhir } from './record-to-fhir.js'

const bundleOf = (options: RecordToFhirOptions = {}, of: DoseRecord = record): Bundle =>
  recordToFhir(of, options).bundle

function resourceOf<Type extends Resource['resourceType']>(
  bundle: Bundle,
  type: Type,
): Extract<Resource, { resourceType: Type }> {
  const found = bundle.entry?.find((one) => one.resource?.resourceType === type)?.resource
  if (found === undefined) throw new Error(`no ${type}`)
  return found as Extract<Resource, { resourceType: Type }>
}

/** The record with changes, read by its schema. */
const changed = (changes: object): DoseRecord =>
  doseRecordSchema.parse({ ...recordDocument, ...changes })

/** The codes of what is wrong with the sound bundle after a change to it. */
function codesAfter(
  change: (parts: {
    readonly bundle: Bundle
    readonly patient: Patient
    readonly dose: Immunization
    readonly provenance: Provenance
  }) => void,
): readonly string[] {
  const bundle = structuredClone(bundleOf())
  const patient = resourceOf(bundle, 'Patient')
  const dose = resourceOf(bundle, 'Immunization')
  change({ bundle, patient, dose, provenance: resourceOf(bundle, 'Provenance') })
  const read = recordFromFhir(bundle)
  const hasErrors = read.issues.some((one) => one.severity === 'error')
  expect(read.record === undefined).toBe(hasErrors)
  return read.issues.map((one) => one.code)
}

describe('recordToFhir', () => {
  test('writes the personal number as national_id, an old card as citizen_id', () => {
    const systems = (kind: string, number: string) =>
      resourceOf(
        bundleOf(
          {},
          changed({ person: { ...recordDocument.person, identityDocument: { kind, number } } }),
        ),
        'Patient',
      ).identifier?.map((one) => one.system)
    expect(systems('personal-number', '001315000001')).toEqual([
      'http://fhir.ehealth.gov.vn/core/sid/national_id',
    ])
    expect(systems('cmnd-12', '001315000001')).toEqual([
      'http://fhir.ehealth.gov.vn/core/sid/citizen_id',
    ])
  })
  test.each(['2015', '2015-06', '2015-06-01'])('writes the birth date %s as it is', (birthDate) => {
    const of = changed({ person: { ...recordDocument.person, birthDate } })
    expect(resourceOf(bundleOf({}, of), 'Patient').birthDate).toBe(birthDate)
  })
  test('writes CVX, ATC and the code of the EU beside its own', () => {
    expect(resourceOf(bundleOf(), 'Immunization').vaccineCode.coding).toEqual([
      {
        system: 'https://tiemchung.dev/fhir/CodeSystem/product',
        code: 'comirnaty-10',
        display: 'Comirnaty 10 µg',
      },
      { system: 'http://hl7.org/fhir/sid/cvx', code: '218' },
      { system: 'http://www.whocc.no/atc', code: 'J07BN01' },
      { system: 'http://snomed.info/sct', code: '1119349007' },
    ])
  })
  test('a transaction puts what is the record’s and makes what is shared once', () => {
    const requests = bundleOf().entry?.map((one) => one.request?.url)
    expect(requests).toContain(`Immunization/${record.id}`)
    const patient = bundleOf().entry?.find((one) => one.resource?.resourceType === 'Patient')
    expect(patient?.request).toEqual({
      method: 'POST',
      url: 'Patient',
      ifNoneExist:
        'identifier=http%3A%2F%2Ffhir.ehealth.gov.vn%2Fcore%2Fsid%2Fnational_id|001315000001',
    })
  })
  test('claims the profiles it was asked for', () => {
    const claimed = (profile: 'base-r4' | 'ips' | 'vn-core') =>
      resourceOf(bundleOf({ profile }), 'Immunization').meta?.profile
    expect(claimed('base-r4')).toBeUndefined()
    expect(claimed('ips')).toEqual([
      'http://hl7.org/fhir/uv/ips/StructureDefinition/Immunization-uv-ips',
    ])
    expect(claimed('vn-core')).toEqual([
      'http://fhir.ehealth.gov.vn/core/StructureDefinition/vn-core-immunization',
    ])
  })
  test('names the facility and the staff where names are passed', () => {
    const bundle = bundleOf({
      facility: { code: '01234', name: 'Trạm Y tế Bản Mẫu' },
      nameOf: (account) => (account === 'staff-1' ? 'Lê Thị Mẫu' : undefined),
    })
    expect(resourceOf(bundle, 'Organization').name).toBe('Trạm Y tế Bản Mẫu')
    const names = bundle.entry?.flatMap(({ resource }) =>
      resource?.resourceType === 'Practitioner' ? [resource.name?.[0]?.text] : [],
    )
    expect(names).toEqual(['Lê Thị Mẫu', 'staff-2'])
  })
  test('refuses the name of another facility', () => {
    expect(() => bundleOf({ facility: { code: '99999', name: 'x' } })).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'fhir.facility.other' }),
    )
  })
  test.each<[string, object, readonly unknown[]]>([
    [
      'an offset beyond fourteen hours',
      { enteredAt: '2022-04-14T09:20:00+23:00' },
      [{ path: ['enteredAt'], reason: 'offset' }],
    ],
    [
      'an observation that ends before the dose',
      { dose: { ...recordDocument.dose, observedUntil: '2022-04-14T08:00:00+07:00' } },
      [{ path: ['dose', 'observedUntil'], reason: 'period' }],
    ],
    ['an empty examination', { examination: {} }, [{ path: ['examination'], reason: 'empty' }]],
    ['an empty list of reactions', { reactions: [] }, [{ path: ['reactions'], reason: 'empty' }]],
  ])('names as lost %s', (_, changes, lost) => {
    expect(recordToFhir(changed(changes)).lost).toEqual(lost)
  })
  test('names what only an extension of ours would hold, when those are not wanted', () => {
    const { lost } = recordToFhir(record, { ownExtensions: false })
    expect(lost.map((one) => one.path.join('.'))).toEqual([
      'person.workplace',
      'person.priorityGroup',
      'person.permanentResidence',
      'screening',
      'consent',
      'identity',
    ])
  })
})

describe('the signature of a record', () => {
  const at = '2022-04-14T10:00:00+07:00'
  const jws = `eyJhbGciOiJFUzI1NiJ9.${toBase64Url(canonicalBytes(record))}.c2ln`
  test('is detached in the Provenance, and whole again when it is read', () => {
    const bundle = bundleOf({ signature: { jws, at } })
    const [signature] = resourceOf(bundle, 'Provenance').signature ?? []
    expect(signature).toMatchObject({ sigFormat: 'application/jose', when: at })
    expect(atob(signature?.data ?? '')).toBe('eyJhbGciOiJFUzI1NiJ9..c2ln')
    expect(recordFromFhir(bundle)).toMatchObject({ record, signature: { jws, at } })
  })
  test('of another record is refused', () => {
    const other = changed({ enteredBy: 'staff-9' })
    expect(() => bundleOf({ signature: { jws, at } }, other)).toThrow(
      expect.objectContaining({ code: 'fhir.signature.other-record' }),
    )
  })
  test.each(['!', 'YQ==', '', '/w=='])('%s is no detached JWS', (data) => {
    const bundle = structuredClone(bundleOf({ signature: { jws, at } }))
    const [signature] = resourceOf(bundle, 'Provenance').signature ?? []
    if (signature !== undefined) signature.data = data
    const read = recordFromFhir(bundle)
    expect(read.record).toBeUndefined()
    expect(read.issues.map((one) => one.code)).toEqual(['fhir.signature.malformed'])
  })
})

type Change = Parameters<typeof codesAfter>[0]

describe('recordFromFhir, failing closed', () => {
  test.each<[string, Change, readonly string[]]>([
    ['nothing changed', () => undefined, []],
    ['a dose that was not given', ({ dose }) => (dose.status = 'not-done'), ['fhir.status']],
    [
      'a dose that was entered in error',
      ({ dose }) => (dose.status = 'entered-in-error'),
      ['fhir.status'],
    ],
    [
      'a modifier',
      ({ dose }) => Object.assign(dose, { modifierExtension: [{ url: 'x' }] }),
      ['fhir.not-held', 'fhir.modifier'],
    ],
    [
      'a dose that was too little',
      ({ dose }) => Object.assign(dose, { isSubpotent: true }),
      ['fhir.not-held', 'fhir.modifier'],
    ],
    ['a patient that is not active', ({ patient }) => (patient.active = false), ['fhir.status']],
    [
      'a sex that records read as unknown',
      ({ patient }) => (patient.gender = 'other'),
      ['fhir.not-held'],
    ],
    [
      'a sex that FHIR does not have',
      ({ patient }) => Object.assign(patient, { gender: 'Nam' }),
      ['fhir.code.unknown', 'schema.choice'],
    ],
    ['no lot', ({ dose }) => delete dose.lotNumber, ['schema.missing']],
    [
      'an unknown site',
      ({ dose }) => (dose.site = { coding: [{ system: 'x', code: 'LA' }] }),
      ['fhir.code.unknown', 'schema.choice'],
    ],
    [
      'two sites',
      ({ dose }) => dose.site?.coding?.push({ ...dose.site.coding[0], code: 'RA' }),
      ['fhir.code.conflict'],
    ],
    [
      'another unit than millilitres',
      ({ dose }) => Object.assign(dose.doseQuantity ?? {}, { code: 'L' }),
      ['fhir.code.unknown', 'schema.missing'],
    ],
    [
      'a volume whose text says another number',
      ({ dose }) =>
        Object.assign(dose.doseQuantity ?? {}, {
          _value: { extension: [{ url: ownExtensions.decimalText.url, valueString: '0.5' }] },
        }),
      ['fhir.code.conflict'],
    ],
    [
      'CVX of another product',
      ({ dose }) => Object.assign(dose.vaccineCode.coding?.[1] ?? {}, { code: '210' }),
      ['fhir.code.conflict'],
    ],
    [
      'a product that the catalogue does not have',
      ({ dose }) =>
        (dose.vaccineCode = {
          coding: [{ system: 'https://tiemchung.dev/fhir/CodeSystem/product', code: 'novavax-5' }],
        }),
      ['fhir.product.unknown'],
    ],
    [
      'a patient that is not in the bundle',
      ({ dose }) => (dose.patient = { reference: 'Patient/1' }),
      ['fhir.reference', 'schema.missing'],
    ],
    [
      'a dose twice',
      ({ bundle, dose }) => bundle.entry?.push({ resource: { ...dose, id: 'a' } }),
      ['fhir.resource.several'],
    ],
    [
      'a Provenance twice',
      ({ bundle, provenance }) => bundle.entry?.push({ resource: provenance }),
      ['fhir.resource.several', 'schema.missing'],
    ],
    [
      'two addresses of which none says what it is',
      ({ patient }) => patient.address?.forEach((one) => one.extension?.shift()),
      ['fhir.code.unknown', 'fhir.code.unknown', 'schema.missing'],
    ],
    [
      'codes of two days in one address',
      ({ patient }) => {
        const codes = patient.address?.[0]?.extension?.[1]?.extension?.[0]
        Object.assign(codes?.valueCodeableConcept?.coding?.[0] ?? {}, { version: '2025-07-01' })
      },
      ['fhir.code.conflict'],
    ],
    [
      'a name in parts',
      ({ patient }) => (patient.name = [{ family: 'Nguyễn', given: ['Thị', 'Bông'] }]),
      ['fhir.name-assembled'],
    ],
    [
      'a note, for which a record has no place',
      ({ dose }) => Object.assign(dose, { note: [{ text: 'x' }] }),
      ['fhir.not-held'],
    ],
    [
      'a second document, after the first',
      ({ patient }) =>
        patient.identifier?.push({
          system: 'http://fhir.ehealth.gov.vn/core/sid/citizen_id',
          value: '012345678',
        }),
      ['fhir.not-held'],
    ],
    [
      'an unknown part of our extension',
      ({ dose }) => dose.extension?.[0]?.extension?.push({ url: 'x', valueCode: 'y' }),
      ['schema.unexpected'],
    ],
    [
      'an answer twice',
      ({ dose }) => dose.extension?.[0]?.extension?.push({ url: 'anyAllergy', valueCode: 'yes' }),
      ['fhir.code.conflict'],
    ],
    [
      'a personal number that contradicts the first',
      ({ patient }) =>
        patient.identifier?.push({ ...patient.identifier[0], value: '001315000999' }),
      ['fhir.code.conflict'],
    ],
    [
      'the same personal number again',
      ({ patient }) => patient.identifier?.push({ ...patient.identifier[0] }),
      ['fhir.not-held'],
    ],
    [
      'two official names',
      ({ patient }) => patient.name?.push({ use: 'official', text: 'Lê Văn Khác' }),
      ['fhir.code.conflict'],
    ],
    [
      'a nickname beside the official name',
      ({ patient }) => patient.name?.unshift({ use: 'nickname', text: 'Bống' }),
      ['fhir.not-held'],
    ],
    [
      'a second telephone number',
      ({ patient }) => patient.telecom?.push({ system: 'phone', value: '0912000009' }),
      ['fhir.not-held'],
    ],
    [
      'an extension that is not known',
      ({ dose }) => dose.extension?.push({ url: 'http://example.org/x', valueString: 'y' }),
      ['fhir.not-held'],
    ],
    [
      'less than a volume',
      ({ dose }) => Object.assign(dose.doseQuantity ?? {}, { comparator: '<' }),
      ['fhir.modifier'],
    ],
    [
      'two patients of one address',
      ({ bundle, patient }) => {
        const { fullUrl = '' } = bundle.entry?.find((one) => one.resource === patient) ?? {}
        bundle.entry?.push({
          fullUrl,
          resource: { ...patient, id: 'other', name: [{ text: 'Lê Văn Khác' }] },
        })
      },
      ['fhir.reference', 'schema.missing'],
    ],
    [
      'an instant whose day in Viet Nam lies before the calendar',
      ({ dose }) => (dose.occurrenceDateTime = '1600-01-01T00:00:00+14:00'),
      ['parse.civil-date', 'schema.missing'],
    ],
    [
      'a resource of another type',
      ({ bundle }) =>
        bundle.entry?.push({ resource: { resourceType: 'Observation' } as unknown as Resource }),
      ['fhir.not-held'],
    ],
  ])('%s', (_, change, codes) => {
    expect(codesAfter(change)).toEqual(codes)
  })

  test('does not throw for numbers that are lists a hundred thousand deep', () => {
    const bundle = structuredClone(bundleOf())
    let deep: unknown = 1
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
    for (const one of resourceOf(bundle, 'Patient').extension ?? []) {
      if (one.url === ownExtensions.priorityGroup.url)
        Object.assign(one, { valuePositiveInt: deep })
    }
    expect(recordFromFhir(bundle).issues.map((one) => one.code)).toEqual(['fhir.type'])
  })
  // With the product of the two lengths this would not end within the time that a test has.
  test('takes time that grows with the bundle', () => {
    const bundle = structuredClone(bundleOf())
    const resource = { resourceType: 'Observation' } as unknown as Resource
    const entry = bundle.entry ?? []
    for (let count = 0; count < 200_000; count += 1) entry.push({ resource })
    const patient = resourceOf(bundle, 'Immunization').patient
    const dose = { ...resourceOf(bundle, 'Immunization'), identifier: [], patient }
    for (let count = 0; count < 20_000; count += 1) entry.push({ resource: { ...dose, id: 'a' } })
    expect(recordFromFhir(bundle).record).toBeUndefined()
  })
  test('says where in the bundle, and which field of the record', () => {
    const bundle = structuredClone(bundleOf())
    resourceOf(bundle, 'Immunization').lotNumber = ' '
    const [first] = recordFromFhir(bundle).issues
    expect(first?.path.join('.')).toMatch(/^Bundle\.entry\.\d+\.resource\.lotNumber$/)
    expect(first?.params).toMatchObject({ field: 'dose.lot' })
  })
  test('tells nobody’s data', () => {
    const bundle = structuredClone(bundleOf())
    Object.assign(resourceOf(bundle, 'Patient'), {
      birthDate: 'Nguyễn Thị Bông',
      gender: '0912000001',
    })
    const told = JSON.stringify(recordFromFhir(bundle).issues)
    for (const text of ['Bông', '0912000001']) expect(told).not.toContain(text)
  })
  test('keeps what could be read for somebody to complete', () => {
    const bundle = recordToFhir(record, { ownExtensions: false }).bundle
    const read = recordFromFhir(bundle)
    expect(read.record).toBeUndefined()
    expect(read.draft.person?.fullName).toBe('Nguyễn Thị Bông')
    expect(read.issues.map((one) => one.params?.['field'])).toEqual([
      'screening',
      'consent',
      'identity',
    ])
  })
  test('chooses the dose of a record where it is told which', () => {
    const first = bundleOf()
    const other = bundleOf({}, changed({ id: '01802361-8400-7000-8000-00000000000b' }))
    const both = { ...first, entry: [...(first.entry ?? []), ...(other.entry ?? [])] }
    expect(recordFromFhir(both).issues.map((one) => one.code)).toEqual(['fhir.resource.several'])
    const read = recordFromFhir(both, { recordId: record.id })
    expect(read.record?.id).toBe(record.id)
    const absent = recordFromFhir(first, { recordId: '01802361-8400-7000-8000-00000000000c' })
    expect(absent.issues.map((one) => one.code)).toEqual(['fhir.resource.missing'])
  })
})

describe('the product of a vaccine code', () => {
  const cvx = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code }] })
  test.each<[string, Immunization['vaccineCode'], string | undefined, readonly string[]]>([
    ['CVX 218', cvx('218'), 'comirnaty-10', []],
    ['CVX 207, which is two strengths', cvx('207'), undefined, ['fhir.product.ambiguous']],
    ['CVX 03', cvx('03'), undefined, ['fhir.product.unknown']],
    ['a name in use', { text: 'Pfizer trẻ em' }, 'comirnaty-10', []],
    ['a name of two strengths', { text: 'Pfizer' }, undefined, ['fhir.product.unknown']],
    ['nothing', {}, undefined, ['fhir.product.unknown']],
  ])('by %s', (_, vaccineCode, id, codes) => {
    const bundle = structuredClone(bundleOf())
    resourceOf(bundle, 'Immunization').vaccineCode = vaccineCode
    const { draft, issues } = recordFromFhir(bundle)
    expect(draft.dose?.product).toBe(id)
    expect(issues.map((one) => one.code).filter((one) => one.startsWith('fhir'))).toEqual(codes)
  })
  test('every product of the catalogue comes back by our code', () => {
    for (const { id } of products) {
      const of = changed({ dose: { ...recordDocument.dose, product: id } })
      expect(recordFromFhir(bundleOf({}, of)).record?.dose.product).toBe(id)
    }
  })
})

describe('OperationOutcome', () => {
  const issue: Issue = {
    code: 'tabular.code',
    severity: 'warning',
    path: ['rows', 2, 'a_b'],
    message: sentencesFor(errorCatalogue['tabular.code'], { length: 5 }),
    params: { length: 5, what: 'x', sure: true },
  }
  test('carries code, both sentences, path and parameters', () => {
    const outcome = outcomeFromIssues([issue])
    expect(outcome.issue[0]).toMatchObject({
      severity: 'warning',
      details: { text: issue.message.vi, coding: [{ code: 'tabular.code' }] },
      expression: ['rows[2].a_b'],
    })
    expect(issuesFromOutcome(outcome)).toEqual([issue])
  })
  test('without issues is information', () => {
    expect(issuesFromOutcome(outcomeFromIssues([]))).toEqual([])
    expect(outcomeFromIssues([]).issue).toHaveLength(1)
  })
  test('of another server keeps its code, and none of its words', () => {
    const issues = issuesFromOutcome({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'fatal',
          code: 'required',
          diagnostics: 'Missing name of Nguyễn Thị Bông',
          expression: ['Patient.name'],
        },
        {
          severity: 'error',
          code: 'value',
          expression: ["Patient.where(id='1')"],
          details: { coding: [{ code: 'MSG_X' }] },
        },
      ],
    })
    expect(issues).toEqual([
      {
        code: 'required',
        severity: 'error',
        path: ['Patient', 'name'],
        message: {
          vi: 'Hệ thống khác báo lỗi loại "required".',
          en: 'Another system reports a fault of the kind "required".',
        },
      },
      expect.objectContaining({ code: 'MSG_X', severity: 'error', path: ['*'] }),
    ])
    expect(JSON.stringify(issues)).not.toContain('Bông')
  })
  test('leaves out a parameter whose name is no word', () => {
    const part = (name: string) => [
      { url: 'name', valueString: name },
      { url: 'value', valueDecimal: 1 },
    ]
    const extension = ['Nguyễn Thị Bông', 'line'].map((name) => ({
      url: ownExtensions.issueParameter.url,
      extension: part(name),
    }))
    const issue = [{ severity: 'error', code: 'value', extension }]
    const [found] = issuesFromOutcome({ resourceType: 'OperationOutcome', issue })
    expect(found?.params).toEqual({ line: 1 })
  })
  test.each([null, [], {}, { resourceType: 'OperationOutcome' }])('%j is none', (value) => {
    expect(() => issuesFromOutcome(value)).toThrow(
      expect.objectContaining({ name: 'ParseError', code: 'fhir.not-an-outcome' }),
    )
  })
  test.each([[[]], [['dose', 'lot']], [['a.b', 0, 'c`d\\e', 12]], [[3, '*']]])(
    'the path %j goes through an expression',
    (path) => {
      expect(pathOf(expressionOf(path))).toEqual(path)
    },
  )
  test.each(["where(id='1')", 'a b', 'a[', 'a.'])('%s is no path', (text) => {
    expect(pathOf(text)).toBeUndefined()
  })
})

describe('fhirProfiles and ownExtensions', () => {
  test('slips and extensions are told apart', () => {
    for (const { slips } of Object.values(fhirProfiles)) {
      expect(new Set(slips.map((one) => one.id)).size).toBe(slips.length)
    }
    const urls = Object.values(ownExtensions).map((one) => one.url)
    expect(new Set(urls).size).toBe(urls.length)
  })
})
